import { Address, AttributePath } from "../addresses";
import { RecreationInputError } from "../errors";
import { checkNesting, describe, isJsonObject, type Json, type JsonObject, objectsOf, property } from "../values";

/** One entry of a plan's `resource_changes`. */
export interface PlannedChange {
  readonly address: Address;
  readonly actions: readonly string[];
  /** Terraform's own reason, such as `replace_because_tainted`. */
  readonly reason: string | undefined;
  readonly deposed: boolean;
  /** What forces the replacement. */
  readonly replacePaths: readonly AttributePath[];
  readonly before: Json;
  readonly after: Json;
  readonly afterUnknown: Json;
  readonly beforeSensitive: Json;
  readonly afterSensitive: Json;
}

/** The output of `terraform show -json` of a saved plan, as far as it says what is lost. */
interface PlanJson {
  readonly changes: readonly PlannedChange[];
  /** Addresses about which Terraform decides after this apply. */
  readonly deferred: readonly Address[];
  /** Whether the plan covers everything. */
  readonly complete: boolean;
  /** The plan's copy of the configuration of the root module. */
  readonly configuration: JsonObject;
}

/**
 * Reads a parsed plan.
 *
 * @throws RecreationInputError when it is none.
 */
export function readPlan(input: unknown): PlanJson {
  if (!isJsonObject(input)) throw new RecreationInputError(`the plan: expected an object, got ${describe(input)}`);
  checkNesting(input, "the plan");
  const changes = property(input, "resource_changes");
  const errored = property(input, "errored") === true;
  if (!Array.isArray(changes) && !errored && property(input, "planned_values") === undefined) {
    throw new RecreationInputError("the plan: expected the output of `terraform show -json` of a plan");
  }
  const configuration = property(input, "configuration");
  const root = isJsonObject(configuration) ? property(configuration, "root_module") : undefined;
  return {
    changes: objectsOf(changes, "the plan's resource_changes").map(readChange),
    deferred: objectsOf(property(input, "deferred_changes"), "the plan's deferred_changes").map((entry) =>
      entryAddress(property(entry, "resource_change")),
    ),
    complete: !errored && property(input, "complete") !== false,
    configuration: isJsonObject(root) ? root : {},
  };
}

/** What the configuration that a plan was made of takes of the Scaleway provider. */
export function constraintOfPlan(input: unknown): string | undefined {
  const configuration = isJsonObject(input) ? property(input, "configuration") : undefined;
  const providers = isJsonObject(configuration) ? property(configuration, "provider_config") : undefined;
  if (!isJsonObject(providers)) return undefined;
  const named = Object.values(providers).find((each) => isJsonObject(each) && property(each, "name") === "scaleway");
  const constraint = isJsonObject(named) ? property(named, "version_constraint") : undefined;
  return typeof constraint === "string" ? constraint : undefined;
}

/** @throws RecreationInputError when the entry has none. */
export function entryAddress(entry: Json | undefined): Address {
  const written = isJsonObject(entry) ? property(entry, "address") : undefined;
  if (typeof written !== "string") throw new RecreationInputError("the plan: a resource change has no address");
  // Of what is deferred, keys that are not known yet are wildcards, which stand for all instances.
  const address = Address.tryParse(written) ?? Address.tryParse(written.replaceAll("[*]", ""));
  if (address === undefined)
    throw new RecreationInputError(`the plan: expected the address of a resource, got ${JSON.stringify(written)}`);
  return address;
}

function readChange(entry: JsonObject): PlannedChange {
  const written = entryAddress(entry);
  const address = property(entry, "mode") === "data" ? written.with({ mode: "data" }) : written;
  const change = property(entry, "change");
  if (!isJsonObject(change)) throw new RecreationInputError(`the plan's ${address}: expected a change`);
  const actions = property(change, "actions");
  if (!Array.isArray(actions)) throw new RecreationInputError(`the plan's ${address}: expected a list of actions`);
  const [reason, paths] = [property(entry, "action_reason"), property(change, "replace_paths")];
  const part = (name: string): Json => property(change, name) ?? null;
  return {
    address,
    actions: actions.filter((action) => typeof action === "string"),
    reason: typeof reason === "string" ? reason : undefined,
    deposed: property(entry, "deposed") !== undefined,
    replacePaths: Array.isArray(paths) ? paths.flatMap(pathsIn) : [],
    before: part("before"),
    after: part("after"),
    afterUnknown: part("after_unknown"),
    beforeSensitive: part("before_sensitive"),
    afterSensitive: part("after_sensitive"),
  };
}

function pathsIn(path: Json): AttributePath[] {
  const steps = Array.isArray(path) ? path : [];
  const [root, ...deeper] = steps.filter((step) => typeof step === "string" || typeof step === "number");
  return typeof root === "string" && deeper.length === steps.length - 1 ? [AttributePath.of(root, ...deeper)] : [];
}

/** What is at a path; a mark on a whole, `true`, holds for everything inside it. */
export function partAt(value: Json, path: AttributePath): Json {
  let current: Json | undefined = value;
  for (const step of path.steps) {
    if (current === true) return true;
    if (Array.isArray(current)) current = current[Number(step)];
    else current = isJsonObject(current) ? property(current, String(step)) : undefined;
  }
  return current ?? null;
}
