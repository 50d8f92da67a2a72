import { isScalewayResource } from "../provider/behaviour";
import { about, removedLines } from "../rules/build";
import { type Finding, type FindingAction, sortFindings } from "../rules/finding";
import { splitAddress } from "../terraform/address";
import { RecreationInputError } from "../values/errors";
import { checkNesting, describe, isJsonObject, type Json, type JsonObject, literal, property } from "../values/json";
import { notation } from "../values/notation";
import { Unknown, type Value } from "../values/value";

/** Terraform's own reason for an action, and the rule that says the same. */
const ruleOfReason: Readonly<Record<string, string>> = {
  replace_because_tainted: "tainted",
  replace_by_request: "requested",
  replace_by_triggers: "replace-triggered-by",
  delete_because_no_module: "removed",
  delete_because_no_resource_config: "removed",
  delete_because_no_move_target: "removed",
  delete_because_wrong_repetition: "fewer-instances",
  delete_because_count_index: "fewer-instances",
  delete_because_each_key: "fewer-instances",
};

/**
 * Tells which Scaleway resources a real plan destroys or replaces. It is exact, so every finding is `will`, except
 * that a plan which is incomplete is a finding itself.
 *
 * @param input Parsed output of `terraform show -json PLAN`.
 * @throws RecreationInputError when it is no plan.
 */
export function findRecreationsInPlan(input: unknown): Finding[] {
  if (!isJsonObject(input)) throw new RecreationInputError(`the plan: expected an object, got ${describe(input)}`);
  checkNesting(input, "the plan");
  const changes = property(input, "resource_changes");
  const errored = property(input, "errored") === true;
  if (!Array.isArray(changes) && !errored && property(input, "planned_values") === undefined) {
    throw new RecreationInputError("the plan: expected the output of `terraform show -json` of a plan");
  }
  const entries = listOf(changes, "resource_changes");
  const incomplete = errored || property(input, "complete") === false;
  const deferred = listOf(property(input, "deferred_changes"), "deferred_changes");
  const references = new References(input, new Set(entries.filter(makesUnknown).map((entry) => addressOf(entry))));
  return sortFindings([
    ...entries.flatMap((entry) => findingsOf(entry, references)),
    ...deferred.flatMap((entry) =>
      unchecked(
        addressOf(property(entry, "resource_change")),
        "Terraform put off deciding about it: plan again after this apply.",
      ),
    ),
    ...(incomplete ? unchecked("the plan", "The plan is not complete: solve its errors and plan again.") : []),
  ]);
}

function unchecked(address: string, remedy: string): Finding[] {
  return [{ rule: "unchecked", address, severity: "error", certainty: "may", action: "unchecked", remedy }];
}

function listOf(value: Json | undefined, where: string): JsonObject[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every(isJsonObject)) return value;
  throw new RecreationInputError(`the plan's ${where}: expected a list of objects, got ${describe(value)}`);
}

function addressOf(entry: Json | undefined): string {
  const address = isJsonObject(entry) ? property(entry, "address") : undefined;
  if (typeof address !== "string") throw new RecreationInputError("the plan: a resource change has no address");
  return address;
}

function changeOf(entry: JsonObject): JsonObject {
  const change = property(entry, "change");
  if (!isJsonObject(change)) throw new RecreationInputError(`the plan's ${addressOf(entry)}: expected a change`);
  return change;
}

function actionsOf(entry: JsonObject): readonly Json[] {
  const actions = property(changeOf(entry), "actions");
  if (!Array.isArray(actions))
    throw new RecreationInputError(`the plan's ${addressOf(entry)}: expected a list of actions`);
  return actions;
}

function makesUnknown(entry: JsonObject): boolean {
  return actionsOf(entry).includes("create");
}

function actionOf(actions: readonly Json[]): FindingAction | undefined {
  if (actions.includes("delete")) return actions.includes("create") ? "replace" : "destroy";
  return actions.includes("forget") ? "forget" : undefined;
}

function findingsOf(entry: JsonObject, references: References): Finding[] {
  const type = property(entry, "type");
  const action = actionOf(actionsOf(entry));
  if (
    action === undefined ||
    property(entry, "mode") === "data" ||
    typeof type !== "string" ||
    !isScalewayResource(type)
  )
    return [];
  const change = changeOf(entry);
  const address = addressOf(entry);
  const paths = property(change, "replace_paths");
  const replaced = action === "replace" && Array.isArray(paths) ? paths.filter(isPath) : [];
  const reason = property(entry, "action_reason");
  const rule = typeof reason === "string" && Object.hasOwn(ruleOfReason, reason) ? ruleOfReason[reason] : undefined;
  const base = { ...about(address, undefined), certainty: "will" as const, action };
  if (property(entry, "deposed") !== undefined) {
    return [{ rule: "deposed", ...base, remedy: "Move what is still needed off the old object before this apply." }];
  }
  if (replaced.length === 0)
    return [
      {
        ...base,
        rule: action === "forget" ? "forgotten" : (rule ?? ruleOfAction(action)),
        ...remedyOf(action, address),
      },
    ];
  return replaced.map((path) => attributeFinding(base, path, change, references));
}

function isPath(path: Json): path is (string | number)[] {
  return Array.isArray(path) && path.every((step) => typeof step === "string" || typeof step === "number");
}

function ruleOfAction(action: FindingAction): string {
  return action === "destroy" ? "removed" : "immutable-attribute";
}

function remedyOf(action: FindingAction, address: string): { remedy: string } {
  if (action === "forget")
    return { remedy: "Nothing is destroyed. Import the object where it is managed from now on." };
  if (action === "destroy") return { remedy: `To keep the object outside Terraform: ${removedLines(address)}` };
  return { remedy: `Drop what asks for the replacement of ${address}, and plan again.` };
}

function attributeFinding(
  base: Pick<Finding, "address" | "severity" | "certainty" | "action">,
  path: readonly (string | number)[],
  change: JsonObject,
  references: References,
): Finding {
  const secret =
    at(property(change, "before_sensitive"), path) === true || at(property(change, "after_sensitive"), path) === true;
  const unknown = at(property(change, "after_unknown"), path) === true;
  const cause = unknown ? references.cause(base.address, String(path[0])) : undefined;
  const attribute = path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");
  const after: Value = unknown ? new Unknown() : literal(at(property(change, "after"), path));
  return {
    rule: cause === undefined ? "immutable-attribute" : "cascade",
    ...base,
    attribute,
    before: notation(literal(at(property(change, "before"), path)), secret),
    after: notation(after, secret),
    ...(cause === undefined ? {} : { cause }),
    remedy:
      cause === undefined
        ? `Set ${attribute} of ${base.address} back to what it was, or create a second resource and move over to it.`
        : `Keep ${cause} as it is, and this resource is kept with it.`,
  };
}

/** What is at a path; a mark on a whole, `true`, holds for everything inside it. */
function at(value: Json | undefined, path: readonly (string | number)[]): Json | undefined {
  let current = value;
  for (const step of path) {
    if (current === true) return true;
    if (Array.isArray(current)) current = current[Number(step)];
    else current = isJsonObject(current) ? property(current, String(step)) : undefined;
  }
  return current;
}

/** Which attribute takes its value from which resource, as the plan's copy of the configuration says. */
class References {
  private readonly expressions = new Map<string, JsonObject>();

  constructor(
    plan: JsonObject,
    private readonly created: ReadonlySet<string>,
  ) {
    const configuration = property(plan, "configuration");
    const root = isJsonObject(configuration) ? property(configuration, "root_module") : undefined;
    const resources = isJsonObject(root) ? property(root, "resources") : undefined;
    for (const resource of listOf(resources, "configuration")) {
      const expressions = property(resource, "expressions");
      if (isJsonObject(expressions)) this.expressions.set(addressOf(resource), expressions);
    }
  }

  /** The created or replaced resource that an attribute refers to. */
  cause(address: string, attribute: string): string | undefined {
    const expressions = this.expressions.get(splitAddress(address).resource);
    const named = referencesIn(expressions && property(expressions, attribute));
    const addresses = [...this.created];
    for (const reference of named) {
      const found = addresses.find((each) => reference === each || splitAddress(each).resource === reference);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function referencesIn(expression: Json | undefined): string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesIn);
  if (!isJsonObject(expression)) return [];
  const own = property(expression, "references");
  const names = Array.isArray(own) ? own.filter((name) => typeof name === "string") : [];
  return [...names, ...Object.values(expression).flatMap((part) => (part === own ? [] : referencesIn(part)))];
}
