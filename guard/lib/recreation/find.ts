import {
  backendOf,
  exactBackendOf,
  type PriorState,
  readConfiguration,
  readState,
  statesReadBy,
  type Surroundings,
  TemplateCache,
  withinLimits,
} from "../terraform";
import {
  baselineOfLock,
  checkLock,
  evaluate,
  isLock,
  type Lock,
  type ProviderVersions,
  type ReleasesInUse,
  releasesOf,
} from "./baseline";
import {
  affectedBy,
  type AffectedResource,
  changesOf,
  dependenciesIn,
  dependenciesInPlan,
  predict,
  type Prediction,
  predictionOfPlan,
  predictRemovedStacks,
  predictStack,
  predictWithOutputs,
  prune,
  RemoteOutputs,
  type ResourceChange,
  type StackChange,
  type StackIdentity,
  type StackOutputs,
} from "./prediction";
import { type Finding, findingsOf } from "./rules";
import { withUpgrade } from "./upgrade";

/** What to compare. */
export interface FindRecreationsInput {
  /** The deployed configuration: parsed Terraform JSON, or a parsed lock file. */
  readonly before: unknown;
  /** The new configuration: parsed Terraform JSON. */
  readonly after: unknown;
  /** Parsed state v4, or the output of `terraform show -json`. With it, fewer findings are `may`. */
  readonly state?: unknown;
  /**
   * What each configuration is evaluated with: local modules, as `readSurroundings` gathers them, files, and values of variables.
   *
   * @default - their texts alone
   */
  readonly surroundings?: { readonly before?: Surroundings; readonly after?: Surroundings };
  /**
   * The releases of the provider by whose rules it is judged. One whose rules are not known is judged by the nearest newer one.
   *
   * @default - what the files tell
   */
  readonly provider?: ProviderVersions;
}

/**
 * Tells which Scaleway resources a `terraform apply` of `after` would destroy or replace.
 *
 * Reads nothing but its arguments, and changes none of them.
 *
 * @throws RecreationInputError when an argument is not what it claims to be.
 */
export function findRecreations(input: FindRecreationsInput): Finding[] {
  return findingsWithPrediction(input).findings;
}

/** Findings, and all that is changed, for a drawing. */
export interface Comparison {
  /** What an apply would lose. */
  readonly findings: Finding[];
  /** What it changes, also in place. */
  readonly affected: readonly AffectedResource[];
}

/**
 * The same as {@link findRecreations}, with all that is changed.
 *
 * @throws RecreationInputError when an argument is not what it claims to be.
 */
export function compareConfigurations(input: FindRecreationsInput): Comparison {
  return withinLimits("the configuration", () => {
    const { findings, prediction } = findingsWithPrediction(input);
    return { findings, affected: affectedBy(prediction, dependenciesIn([input.before, input.after])) };
  });
}

function findingsWithPrediction(input: FindRecreationsInput): { findings: Finding[]; prediction: Prediction } {
  return withinLimits("the configuration", () => {
    const releases = releasesOf(input.before, input.after, input.provider, input.surroundings);
    const prediction = predictionOf(input, releases);
    const findings = withUpgrade(releases, input.after, (each) =>
      findingsOf(each === releases ? prediction : predictionOf(input, each)),
    );
    return { findings, prediction };
  });
}

/**
 * Tells which Scaleway resources a real plan destroys or replaces.
 *
 * @param plan Parsed output of `terraform show -json PLAN`.
 * @throws RecreationInputError when it is no plan.
 */
export function findRecreationsInPlan(plan: unknown): Finding[] {
  return withinLimits("the plan", () => findingsOf(predictionOfPlan(plan)));
}

/**
 * The same as {@link findRecreationsInPlan}, with all that is changed.
 *
 * @throws RecreationInputError when it is no plan.
 */
export function comparePlan(plan: unknown): Comparison {
  return withinLimits("the plan", () => {
    const prediction = predictionOfPlan(plan);
    return { findings: findingsOf(prediction), affected: affectedBy(prediction, dependenciesInPlan(plan)) };
  });
}

/** Tells whether a stack's state would be looked for where it is not, and whether its lock is gone. */
export function findStackChanges(change: StackChange): Finding[] {
  return findingsOf(predictStack(change));
}

/** Tells what stacks that leave an app leave behind. @param stacks As their locks know them. */
export function findRemovedStacks(stacks: readonly StackIdentity[]): Finding[] {
  return findingsOf(predictRemovedStacks(stacks));
}

/** What to compare of one of several stacks that read each other's states. */
export interface CompareStackInput {
  /** The stack as it is deployed. */
  readonly lock: Lock;
  /** Its new configuration: parsed Terraform JSON. */
  readonly configuration: unknown;
  /** What the configuration is evaluated with. */
  readonly surroundings: Surroundings;
  /** What applies of the stacks that it reads do with their outputs. */
  readonly remote: readonly StackOutputs[];
  /** The releases of the provider by whose rules it is judged. @default - what the lock and the configuration tell */
  readonly provider?: ProviderVersions;
}

/** Findings about one stack, and what its apply does with its outputs. */
export interface StackComparison extends Comparison {
  /** What it does with the outputs. */
  readonly outputs: StackOutputs;
}

/**
 * Tells which Scaleway resources of a stack an apply would destroy or replace, once the stacks that it reads are applied.
 *
 * @throws RecreationInputError when the configuration is not what it claims to be.
 */
export function compareStack({
  lock,
  configuration,
  surroundings,
  remote,
  provider,
}: CompareStackInput): StackComparison {
  return withinLimits("the configuration", () => {
    const releases = releasesOf(lock, configuration, provider, { after: surroundings });
    const deployed = checkLock(lock);
    const wanted = readConfiguration(configuration);
    const under = ({ before, after }: ReleasesInUse) =>
      predictWithOutputs({
        baseline: baselineOfLock(deployed, before.release),
        configuration: wanted,
        surroundings,
        state: undefined,
        release: after.release,
        ...(remote.length === 0 ? {} : { remote: new RemoteOutputs(remote, statesReadBy(configuration)) }),
      });
    const { prediction, outputs } = under(releases);
    const findings = withUpgrade(releases, configuration, (each) =>
      findingsOf(each === releases ? prediction : under(each).prediction),
    );
    const place = { location: exactBackendOf(configuration) ?? "", lockedLocation: backendOf(configuration) ?? "" };
    const affected = affectedBy(prediction, dependenciesIn([configuration]));
    return { findings, affected, outputs: { stack: lock.stack, ...place, ...outputs } };
  });
}

/** What to compare, where the state has been read before. */
interface FindChangesInput extends Omit<FindRecreationsInput, "state"> {
  readonly state: PriorState | undefined;
}

/**
 * Tells all that an apply of `after` changes, also in place: what is created, changed, replaced, imported and destroyed.
 *
 * @throws RecreationInputError when an argument is not what it claims to be.
 */
export function findChanges({ before, after, state, surroundings = {} }: FindChangesInput): ResourceChange[] {
  return withinLimits("the configuration", () =>
    changesOf({
      baseline: evaluate(readConfiguration(before, "before"), { surroundings: surroundings.before }),
      configuration: readConfiguration(after, "after"),
      surroundings: surroundings.after ?? {},
      state,
    }),
  );
}

/** Whether there is more to compare than texts. */
function takesMore({ before, after }: NonNullable<FindRecreationsInput["surroundings"]>): boolean {
  return [before, after].some((each) => each?.files !== undefined || each?.variables !== undefined);
}

function stateOf(given: unknown): PriorState | undefined {
  return given === undefined || given === null ? undefined : readState(given);
}

function predictionOf(
  { before, after, state: given, surroundings = {} }: FindRecreationsInput,
  releases: ReleasesInUse,
): Prediction {
  const deployed = isLock(before) ? checkLock(before) : readConfiguration(before, "before");
  const configuration = readConfiguration(after, "after");
  const state = stateOf(given);
  const { release } = releases.after;
  const made = releases.before.release;
  const rest = { surroundings: surroundings.after ?? {}, state, release };
  if ("lockVersion" in deployed) return predict({ baseline: baselineOfLock(deployed, made), configuration, ...rest });
  // What exists may have drifted from a block that nobody edited, so that a state is compared whole; another release plans all of them
  // anew; and files and values that a block takes may be others though its text is the same.
  const templates = new TemplateCache();
  const [from, to] =
    state === undefined && made === release && !takesMore(surroundings)
      ? prune(deployed, configuration, templates)
      : [deployed, configuration];
  const baseline = evaluate(from, { surroundings: surroundings.before, release: made, templates });
  return predict({ baseline, configuration: to, templates, ...rest });
}
