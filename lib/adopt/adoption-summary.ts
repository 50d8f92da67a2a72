import type { AttributeChange, ResourceChange } from "../recreation/prediction/changes";
import type { Adoption } from "./adoption";
import { harmlessBecause, neverRead } from "./harmless";
import type { AdoptionMode } from "./print-stack";

/** What an adoption did, what its first plan changes, and what is left to do, for a terminal. */
export function adoptionSummary(
  adoption: Adoption,
  { mode, program }: { readonly mode: AdoptionMode; readonly program: string },
): string {
  const { adoptees, program: written, refused, stack } = adoption;
  const places = [...written.places.values()];
  const constructs = places.filter(({ recipe }) => recipe !== undefined).length;
  return [
    `Wrote ${program} and the first lock of stack ${stack}: ${places.length} of ${adoptees.length} Scaleway resources, ` +
      `${constructs} by constructs and ${places.length - constructs} as L1.`,
    ...section(
      "L1 where a construct could be, because",
      [...refused].map(([address, reason]) => `${address}: ${reason}`),
    ),
    ...section("The first plan changes", firstChanges(adoption, mode)),
    ...section("Left to do by hand", byHand(adoption, mode)),
  ].join("\n");
}

/** What nobody but the user can do. */
function byHand({ program, problems, left, trial }: Adoption, mode: AdoptionMode): string[] {
  const variables = Object.keys(trial.configuration.variable ?? {});
  return [
    ...variables.map((name) => `variable ${name}: give it the value that is there now (TF_VAR_${name})`),
    ...program.unknown.map(({ address }) => `${address}: the bindings do not know its type`),
    ...left.map((address) =>
      mode === "moved"
        ? `${address}: not in the stack; its state forgets it, and it goes on as it is`
        : `${address}: not in the stack`,
    ),
    ...problems.map(({ check, address }) => `${address}: check ${check} is suppressed; kapsule-guard explain ${check}`),
  ];
}

function firstChanges(adoption: Adoption, mode: AdoptionMode): string[] {
  // An import reads no secrets, so that none can leave the state, and nothing of what the provider never reads.
  const read = mode === "moved" ? adoption.changes : adoption.changes.map(withoutSecrets);
  const unread = mode === "moved" ? [] : [...adoption.trial.addresses.values()].flatMap(unreadLines);
  const lines = [...new Set([...read.flatMap(linesOf), ...unread])];
  if (lines.length > 0) return lines;
  return [mode === "moved" ? "nothing, but addresses" : "nothing, but that it imports"];
}

function unreadLines(address: string): string[] {
  return neverRead(address).map((path) => lineOf(address, { path, ...UNREAD }));
}

const UNREAD = { before: "null", after: "its value", leftOut: false, sensitive: false, sure: true };

function withoutSecrets(change: ResourceChange): ResourceChange {
  const attributes = change.attributes.filter(
    ({ sensitive, path }) => !sensitive && !neverRead(change.address).includes(path),
  );
  return { ...change, attributes };
}

function linesOf({ address, action, attributes }: ResourceChange): string[] {
  if (action !== "update") return [`${address}: ${action}`];
  return attributes.map((attribute) => lineOf(address, attribute));
}

function lineOf(address: string, attribute: AttributeChange): string {
  const { path, before, after, sure } = attribute;
  const because = harmlessBecause(address, attribute);
  const reason = because === undefined ? "" : `: ${because}`;
  return `${address}: ${path} ${before} -> ${after}${sure ? reason : ", unless they are the same"}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `  ${line}`)];
}
