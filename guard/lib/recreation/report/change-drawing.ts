import type { DrawingPart, DrawnArrow, DrawnNode, Mark } from "../../drawing";
import { splitAddress, typeOf } from "../../terraform";
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
  const nodes = new Map<string, DrawnNode>();
  const known = new Map(affected.map((each) => [each.address, each]));
  const instances = new Map<string, string[]>();
  for (const { address } of affected) {
    const { resource } = splitAddress(address);
    instances.set(resource, [...(instances.get(resource) ?? []), address]);
  }
  const draw = (address: string, name: string): void => {
    const change = known.get(address);
    nodes.set(address, nodes.get(address) ?? (change === undefined ? keptNode(address, name) : nodeOf(change)));
  };
  const drawn = affected.filter(({ action }) => action !== "create");
  for (const { address, name } of drawn) draw(address, name);
  const arrows = drawn.flatMap(({ address, causes, dependencies }): DrawnArrow[] => {
    const labels = new Map(causes.map((cause) => [cause.address, cause.attribute]));
    for (const dependency of dependencies) {
      const those = instances.get(dependency.address) ?? [dependency.address];
      for (const first of those.some((each) => labels.has(each)) ? [] : those) {
        labels.set(first, undefined);
        draw(first, dependency.name);
      }
    }
    labels.delete(address);
    for (const first of labels.keys()) draw(first, first);
    return [...labels].map(([first, label]) => ({ first, then: address, ...(label === undefined ? {} : { label }) }));
  });
  return { nodes: [...nodes.values()], arrows };
}

/** Whether anything is lost that a drawing would show. */
export function losesSomething(affected: readonly AffectedResource[]): boolean {
  return affected.some(({ action }) => action === "replace" || action === "destroy" || action === "forget");
}

function nodeOf({ address, name, type, action, isCertain, attributes }: AffectedResource): DrawnNode {
  const marks: Mark[] = [MARKS[action]];
  if (!isCertain) marks.push("doubtful");
  return { id: address, lines: [name, type.replace("scaleway_", ""), ...attributes], marks };
}

function keptNode(address: string, name: string): DrawnNode {
  return { id: address, lines: [name, typeOf(address).replace("scaleway_", "")], marks: ["kept"] };
}
