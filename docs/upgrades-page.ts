import { knownReleases, type ProviderRelease } from "kapsule-guard/provider";
import { releaseEffects } from "kapsule-guard/recreation";

const PREAMBLE = `# Upgrading the provider and this library

An upgrade of the Scaleway provider can replace what nobody edited: 2.76.0 gave two arguments of a cluster's autoscaler a default,
2.77.1 took the defaults away, and every cluster that had left them to the provider was replaced. Nothing in a pull request that only
raises a version shows it. The guard knows what every release from OLDEST to NEWEST does, and compares the two.

## Before an upgrade

    npx kapsule-guard upgrade --from 2.76.0 --to 2.77.1 cdktf.out/stacks/platform/cdk.tf.json

It takes a configuration, a lock, or a state (\`--state\`; beside one of the others, it leaves less in doubt), and needs no account.
\`--from\` is left out where the file, or the \`.terraform.lock.hcl\` beside it, names one release. What would be lost blocks, with a
line to write that keeps it, or another release to go to; what is changed in place, and arguments that the newer release no longer
takes, are said.

Nothing has to be asked for where a change of the release is part of a pull request: a synth and \`kapsule-guard check\` compare what
the base branch runs with and what the branch does, in this order:

1. \`--provider-version\` of \`check\`, for both;
2. the \`.terraform.lock.hcl\` beside the configuration, at the base revision and now;
3. the recreation lock, which notes what \`required_providers\` takes and what \`terraform init\` had chosen, where that is committed;
4. \`required_providers\`, where it takes one release alone.

What \`terraform init\` chose counts as long as the constraint takes it; constraints of local modules count, too. A range that has the
release of the branch in it tells of no upgrade. Where another range tells of one, the release before is a guess: findings are
\`may\`, and a note says so.

A finding names both releases, in \`Finding.because\` as well: \`{ reason: "provider-upgrade", from, to }\`.

## How to upgrade without a surprise

1. Commit \`.terraform.lock.hcl\`, or require one release (\`version = "= 2.81.0"\`), so that machines and pipelines agree on it.
2. Apply what is open first. An upgrade counts once it is applied: on the way 2.70.0, 2.76.0, 2.77.1 a cluster is replaced, directly
   from 2.70.0 to 2.77.1 it is not, and a release that was skipped never made a value of its own.
3. Raise the release alone, in a pull request without another edit, and look at its findings.
4. Write down what a remedy names before you upgrade: the line is harmless under the older release, too.
5. A new version of this library may require a newer provider: that is an upgrade like any other.

## A new version of this library

1. Read its release on GitHub. It says what the version does alone to the plans of the examples: the programs of the version before are
   synthesized again, and the guard compares. Its [changelog](../CHANGELOG.md) says what changes in code.
2. Raise the version in a pull request without another edit. The synth compares with the lock of the base branch, as always, and stops
   where the version would replace something.
3. Plan once. Arguments that the version writes otherwise change in place.

In a checkout, \`npm run plan-notes -- record FILE\` writes down what a version makes of its examples, and in a later one
\`npm run plan-notes -- since FILE\` prints the notes.

## What it does not know

- What an older release's code reads and writes in another way without a word in the plan, faults in creating, other providers.
- What Scaleway's API answers for an argument that is new: such a finding is \`may\`, and a state that the newer release has
  refreshed decides it.
- Releases before OLDEST, and those after NEWEST: they are judged by the nearest one that is known, and a note says so.

How the releases were asked is in [The probe](probe.md); how well that agrees with the releases themselves, in
[How we know](how-we-know.md).

## What each upgrade does alone

From the release before it, with code that nobody edits. *May* is what only the API tells. Arguments of a block count where the block is
written and they are not.

`;

/** The page of upgrades. */
export function upgradesPage(): string {
  const releases = knownReleases();
  const [newest, oldest] = [releases[0], releases.at(-1)];
  const preamble = PREAMBLE.replaceAll("OLDEST", oldest?.version ?? "").replaceAll("NEWEST", newest?.version ?? "");
  const rows = releases.slice(0, -1).map((to, index) => row(releases[index + 1] ?? to, to));
  return `${preamble}| To | From | Replaces | Changes in place | No longer takes |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

function row(from: ProviderRelease, to: ProviderRelease): string {
  const { replaces, mayReplace, updates, gone } = releaseEffects(from, to);
  const losses = [...replaces.map(code), ...mayReplace.map((place) => `*may:* ${code(place)}`)];
  const cells = [losses, updates.map(code), gone.map(code)].map((each) => each.join(", ") || "nothing");
  return `| ${[to.version, from.version, ...cells].join(" | ")} |`;
}

function code(text: string): string {
  return `\`${text}\``;
}
