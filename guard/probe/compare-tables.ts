import type { AttributeEntry, BehaviourTable, ResourceEntry } from "../lib/provider";

/** What decides about replacements comes first in a report. */
const DECISIVE: ReadonlySet<string> = new Set<keyof AttributeEntry>(["forceNew", "condition"]);

interface Change {
  readonly place: string;
  readonly what: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What another table says otherwise, a line each. */
export function compareTables(before: BehaviourTable, after: BehaviourTable): string[] {
  const types = keysOf(before.resources, after.resources);
  const changes = [
    ...change("provider", "version", before.version, after.version),
    ...types.flatMap((type) => resourceChanges(type, before.resources[type], after.resources[type])),
    ...notProbedChanges(reasons(before), reasons(after)),
  ];
  const [decisive, others] = [changes.filter(isDecisive), changes.filter((each) => !isDecisive(each))];
  return [...decisive, ...others].map(lineOf);
}

function notProbedChanges(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): Change[] {
  return keysOf(before, after).flatMap((place) => change(place, "notProbed", before[place], after[place]));
}

/** Why a place could not be probed, by place. */
function reasons({ notProbed = [] }: BehaviourTable): Record<string, string> {
  return Object.fromEntries(
    notProbed.map(({ type, attribute, because }) => [attribute === undefined ? type : `${type}.${attribute}`, because]),
  );
}

function resourceChanges(type: string, before: ResourceEntry | undefined, after: ResourceEntry | undefined): Change[] {
  if (before === undefined || after === undefined) return change(type, "resource", before && {}, after && {});
  const paths = keysOf(before.attributes, after.attributes);
  return [
    ...change(type, "framework", before.framework, after.framework),
    ...paths.flatMap((path) => attributeChanges(`${type}.${path}`, before.attributes[path], after.attributes[path])),
  ];
}

function attributeChanges(
  place: string,
  before: AttributeEntry | undefined,
  after: AttributeEntry | undefined,
): Change[] {
  if (before === undefined || after === undefined) return change(place, "attribute", before, after);
  const flags = keysOf(before, after) as (keyof AttributeEntry)[];
  return flags.flatMap((flag) => change(place, flag, before[flag], after[flag]));
}

function change(place: string, what: string, before: unknown, after: unknown): Change[] {
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ place, what, before, after }];
}

function isDecisive({ what, before, after }: Change): boolean {
  const replaces = [before, after].some((entry) => (entry as AttributeEntry | undefined)?.forceNew === true);
  return DECISIVE.has(what) || (what === "attribute" && replaces);
}

function lineOf({ place, what, before, after }: Change): string {
  return `${place}: ${what} ${textOf(before)} -> ${textOf(after)}`;
}

function textOf(value: unknown): string {
  return value === undefined ? "(absent)" : JSON.stringify(value);
}

function keysOf(...objects: readonly object[]): string[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object)))].sort();
}
