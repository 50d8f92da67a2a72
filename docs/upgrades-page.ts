import { knownReleases, type ProviderRelease } from "kapsule-guard/provider";
import { releaseEffects } from "kapsule-guard/recreation";

const PREAMBLE = `# Upgrading the provider and this library

An upgrade of the Scaleway provider can replace resources that nobody edited. For example, 2.76.0 gave a default to two arguments of a
cluster's autoscaler, and 2.77.1 removed the defaults. Every cluster that had left these arguments to the provider was replaced. A pull
request that only raises a version does not show this. The guard knows what every release from OLDEST to NEWEST does, and compares the two
releases of an upgrade.

## Before an upgrade

    npx kapsule-guard upgrade --from 2.76.0 --to 2.77.1 cdktf.out/stacks/platform/cdk.tf.json

The command takes a configuration, a lock, or a state (\`--state\`; together with one of the others, it leaves less in doubt). It needs no
account. You can omit \`--from\` if the file, or the \`.terraform.lock.hcl\` beside it, names one release.

A loss blocks. The finding has a line to write that keeps the resource, or another release to use. The command also lists changes in
place, and arguments that the newer release no longer accepts.

If a pull request changes the release, you do not need this command: a synth and \`kapsule-guard check\` compare the release of the base
branch with the release of the branch. They find the release in this order:

1. \`--provider-version\` of \`check\`, for both;
2. the \`.terraform.lock.hcl\` beside the configuration, at the base revision and now;
3. the recreation lock, which records what \`required_providers\` accepts and, if that is committed, what \`terraform init\` had chosen;
4. \`required_providers\`, if it accepts only one release.

The choice of \`terraform init\` counts as long as the constraint accepts it. Constraints of local modules count too. If a range contains
the release of the branch, the guard assumes that there is no upgrade. If the release of the branch is outside the range, the earlier
release is a guess: findings are \`may\`, and a note says so.

A finding names both releases, also in \`Finding.because\`: \`{ reason: "provider-upgrade", from, to }\`.

## How to upgrade without a surprise

1. Commit \`.terraform.lock.hcl\`, or require one release (\`version = "= 2.81.0"\`), so that machines and pipelines agree on it.
2. First apply all open changes. An upgrade counts once it is applied. On the path 2.70.0, 2.76.0, 2.77.1 a cluster is replaced. Directly
   from 2.70.0 to 2.77.1 it is not, because a skipped release never set its own value.
3. Raise only the release, in a pull request without another edit, and check its findings.
4. Before you upgrade, write the line that a remedy names. The line is harmless under the older release too.
5. A new version of this library may require a newer provider. That is an upgrade like any other.

## A new version of this library

1. Read its release on GitHub. It says what the version alone does to the plans of the examples: the programs of the previous version are
   synthesized again, and the guard compares the results. The [changelog](../CHANGELOG.md) says what changes in code.
2. Raise the version in a pull request without another edit. The synth compares with the lock of the base branch, as always, and stops if
   the version would replace something.
3. Plan once. Arguments that the version writes differently change in place.

In a checkout, \`npm run plan-notes -- record FILE\` records what a version makes of its examples. In a later checkout,
\`npm run plan-notes -- since FILE\` prints the notes.

## What it does not know

- What an older release reads and writes differently without a sign in the plan, errors during creation, and other providers.
- What Scaleway's API answers for a new argument. Such a finding is \`may\`, and a state that the newer release has refreshed decides it.
- Releases before OLDEST, and those after NEWEST. They are judged by the nearest known release, and a note says so.

[The probe](probe.md) describes how the releases were asked. [How we know](how-we-know.md) shows how well the results agree with the
releases themselves.

## What each upgrade does alone

The table compares each release with the release before it, for unchanged code. *May* marks what only the API knows. An argument of a
block counts if the block is written and the argument is not.

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
