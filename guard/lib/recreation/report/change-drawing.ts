import type { DrawingPart, DrawnArrow, DrawnNode, Mark } from "../../drawing";
import { type Address, type Cause, StackAddress } from "../../terraform";
import type { AffectedResource } from "../prediction";

const MARKS: Readonly<Record<AffectedResource["action"], Mark>> = {
  create: "created",
  update: "updated",
  replace: "replaced",
  destroy: "destroyed",
  forget: "forgotten",
};

/** A drawing of what an apply changes and loses, why, and what it hangs on; what it only creates is there where something follows from it. */
export function changeDrawing(affected: readonly AffectedResource[]): DrawingPart {
  const nodes = new Map<Cause, DrawnNode>();
  const known = new Map<Cause, AffectedResource>(affected.map((each) => [each.address, each]));
  const instances = new Map<Address, Address[]>();
  for (const { address } of affected)
    instances.set(address.resource, [...(instances.get(address.resource) ?? []), address]);
  const draw = (address: Cause, name: string): void => {
    const change = known.get(address);
    nodes.set(address, nodes.get(address) ?? (change === undefined ? keptNode(address, name) : nodeOf(change)));
  };
  const drawn = affected.filter(({ action }) => action !== "create");
  for (const { address, name } of drawn) draw(address, name);
  const arrows = drawn.flatMap(({ address, causes, dependencies }): DrawnArrow[] => {
    const labels = new Map<Cause, string | undefined>(causes.map((cause) => [cause.address, cause.attribute]));
    for (const dependency of dependencies) {
      const those = instances.get(dependency.address) ?? [dependency.address];
      for (const first of those.some((each) => labels.has(each)) ? [] : those) {
        labels.set(first, undefined);
        draw(first, dependency.name);
      }
    }
    labels.delete(address);
    for (const first of labels.keys()) draw(first, first.toString());
    return [...labels].map(([first, label]) => ({
      first: first.toString(),
      then: address.toString(),
      ...(label === undefined ? {} : { label }),
    }));
  });
  return { nodes: [...nodes.values()], arrows };
}

/** Whether anything is lost that a drawing would show. */
export function losesSomething(affected: readonly AffectedResource[]): boolean {
  return affected.some(({ action }) => action === "replace" || action === "destroy" || action === "forget");
}

function nodeOf({ address, name, action, isCertain, attributes }: AffectedResource): DrawnNode {
  const marks: Mark[] = [MARKS[action]];
  if (!isCertain) marks.push("doubtful");
  return { id: address.toString(), lines: [name, shortTypeOf(address), ...attributes], marks };
}

function keptNode(cause: Cause, name: string): DrawnNode {
  const address = cause instanceof StackAddress ? cause.address : cause;
  return { id: cause.toString(), lines: [name, shortTypeOf(address)], marks: ["kept"] };
}

function shortTypeOf({ type }: Address): string {
  return type.replace("scaleway_", "");
}
