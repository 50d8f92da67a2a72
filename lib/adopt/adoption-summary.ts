import type { AttributeChange, ResourceChange } from "../recreation/prediction/changes";
import type { ReplacementCause } from "../recreation/prediction/prediction";
import { typeOf } from "../recreation/terraform/address";
import type { Adoption, AdoptionMode } from "./adoption";
import { askedVariables } from "./asked";
import { harmlessBecause, STATE_ONLY_REASON } from "./harmless";
import { switchesOff } from "./unread";

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
      [...refused, ...written.declined].map(([address, reason]) => `${address}: ${reason}`),
    ),
    ...section("The first plan changes", firstChanges(adoption, mode)),
    ...section("Left to do by hand", byHand(adoption, mode)),
  ].join("\n");
}

/** What nobody but the user can do. */
function byHand(adoption: Adoption, mode: AdoptionMode): string[] {
  const { adoptees, program, problems, left, trial, tainted, providerSettings } = adoption;
  const ignored = [...program.ignored].map(
    ([address, names]) => [trial.addresses.get(address) ?? address, names] as const,
  );
  const variables = askedVariables(trial.configuration, new Map(ignored));
  return [
    ...variables.map(({ name, decides }) => {
      const value = decides ? "the value that is there now" : "any value of its form, since it is ignored";
      return `variable ${name}: give it ${value} (TF_VAR_${name})`;
    }),
    ...[...program.ignored].map(
      ([address, names]) =>
        `${address}: changes of ${names.join(", ")} are ignored, which an import cannot read; take ignoreChanges out to change them`,
    ),
    ...[...providerSettings].map(
      ([provider, names]) =>
        `provider ${provider}: ${names.join(", ")}: not in the stack; resources are made by the provider of the stack alone`,
    ),
    ...adoptees.flatMap(({ address, lifecycle, uncarried }) => [
      ...notCarried(address, "replace_triggered_by of ", lifecycle.replaceTriggeredBy),
      ...notCarried(address, "", uncarried),
    ]),
    ...[...program.notAwaited].map(
      ([address, { names, because }]) => `${address}: depends_on of ${names.join(", ")}: ${because}`,
    ),
    ...tainted.map(
      (address) => `${address}: it is tainted, and would be replaced; run terraform untaint '${address}' first`,
    ),
    ...(mode === "imported" ? adoption.deposed : []).map(
      (address) => `${address}: its deposed object goes on existing, and no state has it; delete it by hand`,
    ),
    ...trial.errors.map(({ message }) => `${message} A synth stops at it.`),
    ...program.unknown.map(({ address }) => `${address}: the bindings do not know its type`),
    ...adoption.uncarried.map((what) => `${what}: not in the stack`),
    ...left.map((address) =>
      mode === "moved"
        ? `${address}: not in the stack; its state forgets it, and it goes on as it is`
        : `${address}: not in the stack`,
    ),
    ...problems.map(({ check, address }) => `${address}: check ${check} is suppressed; kapsule-guard explain ${check}`),
  ];
}

function notCarried(address: string, what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${address}: ${what}${names.join(", ")}: not in the stack`];
}

function firstChanges(adoption: Adoption, mode: AdoptionMode): string[] {
  const deposed = mode === "moved" ? adoption.deposed : [];
  const lines = [
    ...adoption.changes.flatMap((change) => [...linesOf(change), ...(mode === "imported" ? besideIt(change) : [])]),
    ...deposed.map((address) => `${address}: its deposed object is destroyed`),
  ];
  if (lines.length > 0) return lines;
  return [mode === "moved" ? "nothing, but addresses" : "nothing, but that it imports"];
}

function linesOf(change: ResourceChange): string[] {
  const { address, action, attributes } = change;
  if (action === "replace") return [`${address}: replace${reasonOf(change)}`];
  if (action !== "update") return [`${address}: ${action}`];
  return attributes.map((attribute) => lineOf(address, attribute));
}

/** Where anything changes, the plugin SDK writes the defaults of what an import leaves empty, too. */
function besideIt({ address, action, attributes }: ResourceChange): string[] {
  if (action !== "update") return [];
  return switchesOff(typeOf(address))
    .filter((name) => !attributes.some(({ path }) => path === name))
    .map((name) => `${address}: ${name} null -> false: ${STATE_ONLY_REASON}`);
}

/** Why a resource is replaced, or what it depends on: a secret may be given as it is now. */
function reasonOf({ attributes, replacements, prevented }: ResourceChange): string {
  const sure = replacements.filter(({ because }) => because === undefined);
  if (sure.length === 0) return attributes.length > 0 ? `, unless ${staying(attributes)}` : "";
  const reasons = sure.map(({ kind, path }) => {
    const attribute = attributes.find((each) => each.path === path);
    if (attribute !== undefined) return `${attribute.path} ${attribute.before} -> ${attribute.after}`;
    return path ?? REASONS[kind] ?? kind;
  });
  return `: ${reasons.join(", ")}${prevented ? "; prevent_destroy makes Terraform refuse the plan" : ""}`;
}

const REASONS: Readonly<Partial<Record<ReplacementCause["kind"], string>>> = {
  tainted: "it is tainted",
  triggered: "what replace_triggered_by names changes",
};

function staying(attributes: readonly AttributeChange[]): string {
  const paths = attributes.map(({ path }) => path).join(", ");
  return attributes.length === 1 ? `${paths} stays as it is` : `${paths} stay as they are`;
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
