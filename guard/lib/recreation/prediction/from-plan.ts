import {
  type Attribute,
  holdsSecret,
  isScalewayResource,
  newestRelease,
  type Reader,
  recreatedFor,
  safeguardsOf,
} from "../../provider";
import {
  type Address,
  AttributePath,
  canonical,
  type Json,
  literal,
  partAt,
  type PlannedChange,
  PlanReferences,
  readPlan,
  Unknown,
} from "../../terraform";
import { compare } from "../diff";
import { type DependenciesOf, nameOf } from "./affected";
import { type Loosened, loosenedBy, openedBy } from "./loosened";
import type { Action, Deletion, ObjectPrediction, Prediction, ReplacementCause, Unchecked } from "./prediction";

/** Terraform's reasons for a replacement that no attribute explains. */
const kindOfReason: Readonly<Record<string, ReplacementCause["kind"]>> = {
  replace_because_tainted: "tainted",
  replace_by_request: "requested",
  replace_by_triggers: "triggered",
};

/** Terraform's reasons for a deletion. */
const goneOfReason: Readonly<Record<string, Deletion["gone"]>> = {
  delete_because_no_module: "module",
  delete_because_no_resource_config: "block",
  delete_because_no_move_target: "block",
  delete_because_wrong_repetition: "instance",
  delete_because_count_index: "instance",
  delete_because_enabled_false: "disabled",
  delete_because_each_key: "instance",
};

/**
 * Reads a prediction from a real plan. It is exact, so nothing in it is in doubt, except what the plan itself leaves open.
 *
 * @param input Parsed output of `terraform show -json PLAN`.
 * @throws RecreationInputError when it is no plan.
 */
export function predictionOfPlan(input: unknown): Prediction {
  const { changes, deferred, complete, configuration } = readPlan(input);
  const created = changes.filter(({ actions }) => actions.includes("create")).map(({ address }) => address);
  const references = new PlanReferences(configuration, created);
  const ours = changes.filter(isOurs);
  const current = ours.filter((change) => !change.deposed);
  return {
    objects: current.filter((change) => !leaves(change)).map((change) => objectOf(change, references)),
    deletions: current.filter(leaves).map(deletionOf),
    deposed: ours.filter(({ deposed, actions }) => deposed && actions.includes("delete")).map(({ address }) => address),
    unchecked: [...deferred, ...(complete ? [] : ["plan" as const])].map(leftOpen),
  };
}

/** What the resources of a plan refer to, of those that it has. */
export function dependenciesInPlan(input: unknown): DependenciesOf {
  const { changes, configuration } = readPlan(input);
  const ours = changes.filter(isOurs).map(({ address }) => address);
  const references = new PlanReferences(configuration, ours);
  return (address) => references.of(address).map((each) => ({ address: each, name: nameOf(each) }));
}

function isOurs({ address }: PlannedChange): boolean {
  return address.mode === "managed" && isScalewayResource(address.type);
}

function leftOpen(subject: Address | "plan"): Unchecked {
  const about = subject === "plan" ? "the plan" : subject.toString();
  return { subject, because: { reason: "plan-incomplete", about }, gone: true };
}

function leaves({ actions }: PlannedChange): boolean {
  return !actions.includes("create") && (actions.includes("forget") || actions.includes("delete"));
}

function deletionOf({ address, actions, reason }: PlannedChange): Deletion {
  const gone = (reason === undefined ? undefined : goneOfReason[reason]) ?? "block";
  const action = actions.includes("forget") ? "forget" : "destroy";
  return { address, previousAddress: address, path: undefined, action, gone, preventDestroy: false };
}

function objectOf(change: PlannedChange, references: PlanReferences): ObjectPrediction {
  const { address } = change;
  const action = actionOf(change);
  return {
    address,
    path: undefined,
    action,
    replacements: action === "replace" ? replacementsOf(change, references) : [],
    hidden: [],
    providerRecreations: action === "update" ? providerRecreationsOf(change) : [],
    loosened: loosenedIn(change),
    preventDestroy: { before: false, after: { on: false } },
    // OpenTofu, where `lifecycle.destroy` is false.
    forgetsOld: change.actions.includes("forget"),
    createBeforeDestroy: change.actions[0] === "create",
  };
}

function loosenedIn(change: PlannedChange): Loosened[] {
  const { before, after, afterUnknown } = change;
  const { type } = change.address;
  const prior: Reader = (name) => literal(partAt(before, AttributePath.of(name)));
  const wanted: Reader = (name) =>
    partAt(afterUnknown, AttributePath.of(name)) === true
      ? new Unknown()
      : literal(partAt(after, AttributePath.of(name)));
  if (before === null) return openedBy(type, wanted);
  const names = safeguardsOf(type).flatMap(({ attributes }) => attributes);
  const changed = new Set(names.filter((name) => canonical(prior(name)) !== canonical(wanted(name))));
  return loosenedBy(type, { changed, before: prior, after: wanted });
}

/** A plan shows these as changes in place. */
function providerRecreationsOf(change: PlannedChange): ReplacementCause[] {
  const { before, after, afterUnknown } = change;
  const { type } = change.address;
  return recreatedFor(type).flatMap((name): ReplacementCause[] => {
    const unknown = partAt(afterUnknown, AttributePath.of(name)) === true;
    const [prior, wanted] = [
      literal(partAt(before, AttributePath.of(name))),
      unknown ? new Unknown() : literal(partAt(after, AttributePath.of(name))),
    ];
    const outcome = compare(prior, wanted, newestRelease.behaviourOf(type).attribute(name));
    if (outcome.kind === "same") return [];
    const secret = isSecret(change, AttributePath.of(name)) ? { sensitive: true } : {};
    return [{ kind: "attribute", path: AttributePath.of(name), before: prior, after: wanted, ...secret }];
  });
}

function actionOf({ actions }: PlannedChange): Action {
  if (actions.includes("create")) return actions.length > 1 ? "replace" : "create";
  return actions.includes("update") ? "update" : "none";
}

function replacementsOf(change: PlannedChange, references: PlanReferences): ReplacementCause[] {
  if (change.replacePaths.length > 0) return change.replacePaths.map((path) => replacementBy(change, path, references));
  return [{ kind: kindOfReason[change.reason ?? ""] ?? "unexplained" }];
}

function replacementBy(change: PlannedChange, path: AttributePath, references: PlanReferences): ReplacementCause {
  const unknown = partAt(change.afterUnknown, path) === true;
  const cause = unknown ? references.causeOf(change.address, path.root) : undefined;
  return {
    kind: "attribute",
    path,
    before: literal(partAt(change.before, path)),
    after: unknown ? new Unknown() : literal(partAt(change.after, path)),
    ...(isSecret(change, path) ? { sensitive: true } : {}),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** Whether either side holds a secret at a path, by the plan's marks, or by what the table knows of an attribute on the way. */
function isSecret({ address, beforeSensitive, afterSensitive }: PlannedChange, path: AttributePath): boolean {
  return (
    [beforeSensitive, afterSensitive].some((marks) => isMarked(partAt(marks, path))) ||
    isSecretByTable(address.type, path)
  );
}

function isSecretByTable(type: string, path: AttributePath): boolean {
  const [root, ...names] = path.withoutIndices.steps;
  let attribute: Attribute | undefined = newestRelease.behaviourOf(type).attributes.get(root);
  for (const name of names) {
    if (attribute?.sensitive === true) return true;
    attribute = attribute?.children.get(String(name));
  }
  return attribute !== undefined && holdsSecret(attribute);
}

/** Whether a part of a value is marked. */
function isMarked(marks: Json): boolean {
  if (marks === null || typeof marks !== "object") return marks === true;
  return Object.values(marks).some(isMarked);
}
