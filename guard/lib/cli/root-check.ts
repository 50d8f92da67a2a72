import { posix } from "node:path";
import { isDeepStrictEqual } from "node:util";

import type { Change } from "../base";
import { decoded, type FileTree, isListed, readIfListed, withFolder } from "../files";
import { LOCK_FILE, resolvedVersion, unknownReleaseNote } from "../provider";
import {
  applyApprovals,
  type Approval,
  compareConfigurations,
  describeApproval,
  describeReleases,
  type Finding,
  findStackChanges,
  type ProviderVersions,
  type ReleasesInUse,
  releasesOf,
  type Report,
  type ReportedProblem,
  upgradeNotes,
} from "../recreation";
import {
  type GivenVariables,
  hasConfiguration,
  type HclParser,
  Locations,
  parseTarget,
  readRoot,
  RecreationInputError,
  type Root,
  stateNameOf,
} from "../terraform";
import { type Sides, withVersions } from "./called-versions";
import { countOthers, othersNote } from "./configuration";
import { type GuardFile, NO_GUARD_FILE, readGuardFile, type Suppression } from "./guard-file";
import { newProblems, problemsIn, unsuppressed } from "./problems";
import { TERRAGRUNT } from "./roots";
import { UsageError } from "./usage-error";

/** What a root is read with: it is checked once for each. */
export interface RootVariant {
  /** What tells it from the others; empty where there is one alone. */
  readonly name: string;
  /** Files of values, as they are given. */
  readonly varFiles: readonly string[];
  readonly workspace: string | undefined;
}

/** What all roots of a check share. */
export interface RootCheckContext {
  readonly change: Change;
  readonly parser: HclParser;
  /** Values of variables that are given one by one. */
  readonly values: ReadonlyMap<string, string>;
  /** The release of the provider that is given. @default - what files tell */
  readonly providerVersion: string | undefined;
  /** What `terraform init` fetched for the base revision: a copy of its `.terraform/modules`. @default - as far as the working tree calls the same */
  readonly earlierModules: FileTree | undefined;
  readonly onMay: "warn" | "fail";
  readonly verbose: boolean;
}

/** A state that is given, and the file that it is from. */
interface GivenState {
  readonly file: string;
  readonly content: unknown;
}

/** The check of one root, with one set of values. */
export class RootCheck {
  /** Where the root was at the base revision; undefined where it is new. */
  private readonly earlier: string | undefined;

  constructor(
    private readonly context: RootCheckContext,
    /** Where Terraform runs, below the root of the repository. */
    private readonly folder: string,
    private readonly variant: RootVariant,
  ) {
    const { change } = context;
    this.earlier = hasConfiguration(change.before, folder) ? folder : earlierFolder(change, folder);
  }

  /** @throws RecreationInputError for what cannot be read, with its place */
  async report(state: GivenState | undefined): Promise<Report> {
    const { change } = this.context;
    const after = await this.read(change.after, this.folder);
    if (after === undefined) throw new RecreationInputError(`${this.folder}: there is no configuration in it`);
    const before =
      this.earlier === undefined ? undefined : await this.read(this.treeBefore(this.earlier), this.earlier, after);
    const policy = await this.policy();
    try {
      return this.compared({ before, after }, policy, state);
    } catch (error) {
      // What cannot be evaluated has an address, and roots have the same ones.
      if (error instanceof RecreationInputError) throw new RecreationInputError(`${this.subject}: ${error.message}`);
      throw error;
    }
  }

  private compared(sides: Sides, policy: RootPolicy, state: GivenState | undefined): Report {
    const { before, after } = sides;
    const surroundings = { before: before?.surroundings ?? {}, after: after.surroundings };
    const input = { before: before?.configuration ?? {}, after: after.configuration, surroundings };
    const provider = this.versions();
    const releases = releasesOf(input.before, input.after, provider, surroundings);
    const { approvals, suppressions, ...rest } = policy;
    const report = {
      subject: this.subject,
      language: "hcl" as const,
      ...rest,
      problems: unsuppressed(this.problems(sides, releases), suppressions),
    };
    if (before === undefined && state === undefined) {
      const nothing = `the folder is new: ${this.context.change.name} has no configuration in it`;
      return { ...report, baseline: { nothing }, ...applyApprovals([], approvals) };
    }
    const { findings: lost, affected } = compareConfigurations({ ...input, state: state?.content, provider });
    const findings = [...lost.map((finding) => withVersions(finding, sides)), ...this.stateMoves(sides)];
    return {
      ...report,
      baseline: this.baseline(state),
      provider: describeReleases(releases),
      ...applyApprovals(this.located(findings, sides), approvals),
      affected,
      notes: [...upgradeNotes(releases, input.before, input.after, after.surroundings), ...this.notes(after, releases)],
    };
  }

  private get subject(): string {
    const folder = this.folder === "" ? "." : this.folder;
    return this.variant.name === "" ? folder : `${folder} (${this.variant.name})`;
  }

  private baseline(state: GivenState | undefined): string {
    const place = this.earlier === this.folder || this.earlier === undefined ? "" : `${this.earlier} at `;
    return `${place}${this.context.change.name}${state === undefined ? "" : `, with the state ${state.file}`}`;
  }

  /** What the root says to the guard, and what of that is new. */
  private async policy(): Promise<RootPolicy> {
    const { change, parser, onMay } = this.context;
    const now = await readGuardFile(change.after, this.folder, parser);
    const before = this.earlier === undefined ? NO_GUARD_FILE : await this.earlierFile(this.earlier);
    const approvals = now.approvals.filter((each) => !before.approvals.some((other) => isDeepStrictEqual(other, each)));
    const { development, stateful } = now.policy;
    return {
      onMay,
      ...now.policy,
      approvals: now.approvals,
      suppressions: now.suppressions,
      brought: [
        ...(stateful === "warn" && before.policy.stateful !== "warn"
          ? ['says stateful = "warn": nothing blocks in this root']
          : []),
        ...(development === true && before.policy.development !== true
          ? ["says development = true: workloads may be lost without an approval"]
          : []),
        ...approvals.map((approval) => `approves the ${describeApproval(approval)}`),
        ...now.suppressions
          .filter((each) => !before.suppressions.some((other) => isDeepStrictEqual(other, each)))
          .map(({ check, address = "all resources", reason }) => `suppresses ${check} of ${address}: ${reason}`),
      ],
    };
  }

  /** What the base revision says; a file that is broken there says nothing. */
  private async earlierFile(folder: string): Promise<GuardFile> {
    try {
      return await readGuardFile(this.context.change.before, folder, this.context.parser);
    } catch (error) {
      if (error instanceof RecreationInputError) return NO_GUARD_FILE;
      throw error;
    }
  }

  /** @param current What the working tree has, for its base revision */
  private read(tree: FileTree, folder: string, current?: Root): Promise<Root | undefined> {
    const files = this.variant.varFiles.map((file) => this.pathOfValues(tree, folder, file));
    const variables: GivenVariables = {
      environment: process.env,
      // What a change brings was not given before.
      files: files.filter((file) => current === undefined || isListed(tree, posix.join(folder, file))),
      values: this.context.values,
    };
    return readRoot(tree, folder, {
      parser: this.context.parser,
      workspace: this.variant.workspace,
      variables,
      ...(current === undefined || this.context.earlierModules !== undefined ? {} : { fetchedFor: current.calls }),
    });
  }

  private treeBefore(folder: string): FileTree {
    const { change, earlierModules } = this.context;
    if (earlierModules === undefined) return change.before;
    return withFolder(change.before, posix.join(folder, ".terraform/modules"), earlierModules);
  }

  /** A file is named as seen from the current folder or, as Terraform takes it, from the root. */
  private pathOfValues(tree: FileTree, folder: string, file: string): string {
    const { change } = this.context;
    const here = posix.join(change.pathOf(posix.dirname(file)), posix.basename(file));
    if (isListed(tree, here)) return posix.relative(folder, here);
    const inRoot = posix.join(folder, file);
    if (tree !== change.after || isListed(tree, inRoot)) return file;
    const places = [...new Set([here, inRoot])].map((place) => tree.nameOf(place));
    throw new UsageError(`--var-file ${file}: there is no ${places.join(", nor ")}`);
  }

  private versions(): ProviderVersions {
    const { change, providerVersion } = this.context;
    if (providerVersion !== undefined) return { before: providerVersion, after: providerVersion };
    const chosen = (tree: FileTree, folder: string | undefined): string | undefined => {
      const content = folder === undefined ? undefined : readIfListed(tree, posix.join(folder, LOCK_FILE));
      return content && resolvedVersion(decoded(content));
    };
    return { chosen: { before: chosen(change.before, this.earlier), after: chosen(change.after, this.folder) } };
  }

  private stateMoves({ before, after }: Sides): Finding[] {
    if (before === undefined) return [];
    const identity = ({ configuration }: Root) => ({
      stack: this.subject,
      backend: stateNameOf(configuration, this.folder) ?? null,
      resources: {},
    });
    return findStackChanges({ before: identity(before), after: identity(after), gone: [] });
  }

  private problems({ before, after }: Sides, releases: ReleasesInUse): ReportedProblem[] {
    const { change } = this.context;
    const now = problemsIn(after, releases.after, new Locations(after, change.after));
    if (before === undefined || now.length === 0) return now;
    return newProblems(now, problemsIn(before, releases.before, new Locations(before, change.after)));
  }

  /** Each with its place in the working tree or, of what is gone, at the base revision. */
  private located(findings: readonly Finding[], { before, after }: Sides): Finding[] {
    const { change } = this.context;
    const now = new Locations(after, change.after);
    // What is gone is named as the working tree names files, with the revision that has it.
    const then = before && new Locations(before, change.after);
    return findings.map((finding) => {
      const { attribute } = finding;
      const subject = finding.address === undefined ? undefined : parseTarget(finding.address);
      if (subject === undefined) return finding;
      const location = now.of(subject, attribute);
      if (location !== undefined) return { ...finding, location };
      const gone = then?.of(subject, attribute);
      return gone === undefined ? finding : { ...finding, location: { ...gone, revision: change.revisionName } };
    });
  }

  private notes({ configuration }: Root, { after }: ReleasesInUse): string[] {
    const newer = unknownReleaseNote(after);
    const others = this.context.verbose ? countOthers(configuration) : 0;
    const names = this.context.change.after.list(this.folder);
    const isTerragrunt = names.includes("terragrunt.hcl");
    const both = names.find((name) => name.endsWith(".tofu") && names.includes(name.replace(/\.tofu$/, ".tf")));
    return [
      ...(both === undefined
        ? []
        : [`${both} is read, and the .tf file of its name is not: OpenTofu does so. Terraform reads the other one.`]),
      ...(newer === undefined ? [] : [newer]),
      ...(isTerragrunt ? [TERRAGRUNT] : []),
      ...(others > 0 ? [othersNote(others)] : []),
    ];
  }
}

/** Where a root was before; one that is still there is another root, with a state of its own. */
function earlierFolder(change: Change, folder: string): string | undefined {
  const earlier = change.earlierFolder(folder);
  return earlier === undefined || hasConfiguration(change.after, earlier) ? undefined : earlier;
}

type RootPolicy = Pick<Report, "onMay" | "stateful" | "development" | "brought"> & {
  readonly approvals: readonly Approval[];
  readonly suppressions: readonly Suppression[];
};
