import type { AdoptionMode } from "kapsule-guard/cli";
import type { AttributeChange, ReplacementCause, ResourceChange } from "kapsule-guard/recreation";
import type { Address } from "kapsule-guard/terraform";

import type { Adoption } from "./adoption";
import { leftByHand } from "./by-hand";
import { noOpReason } from "./no-op-reason";
import { switchesOff } from "./not-set-by-read";
import type { Outcome } from "./program";

/** What an adoption did, what its first plan changes, and what is left to do, for a terminal. */
export function adoptionSummary(
  adoption: Adoption,
  { mode, program }: { readonly mode: AdoptionMode; readonly program: string },
): string {
  const { outcomes, stack } = adoption;
  const scaleway = outcomes.filter(({ address }) => address.type.startsWith("scaleway_"));
  const of = (wanted: Outcome["outcome"]) => scaleway.filter(({ outcome }) => outcome === wanted);
  const [constructs, l1] = [of("construct"), of("L1")];
  const missing = [...of("left-out"), ...of("pending")];
  return [
    `Wrote ${program} and the first lock of stack ${stack}: ${constructs.length + l1.length} of ${scaleway.length} Scaleway resources, ` +
      `${constructs.length} by constructs and ${l1.length} as L1.`,
    ...(missing.length === 0
      ? []
      : [`Not in it: ${missing.map(({ address }) => address).join(", ")}; why and what becomes of them is below.`]),
    ...section(
      "L1 where a construct could be, because",
      l1.flatMap(({ address, reason }) => (reason === undefined ? [] : [`${address}: ${reason}`])),
    ),
    ...section("The first plan changes", firstChanges(adoption, mode)),
    ...section("Left to do by hand", leftByHand(adoption, mode)),
  ].join("\n");
}

function firstChanges(adoption: Adoption, mode: AdoptionMode): string[] {
  const deposed = mode === "moved" ? adoption.deposed : [];
  const lines = [
    ...adoption.changes.flatMap((change) => [
      ...linesOf(change),
      ...(mode === "imported" ? defaultsWrittenAlong(change) : []),
    ]),
    ...deposed.map((address) => `${address}: its deposed object is destroyed`),
  ];
  if (lines.length > 0) return lines;
  return [mode === "moved" ? "nothing, but addresses" : "nothing, but that it imports"];
}

function linesOf(change: ResourceChange): string[] {
  const { address, action, attributes } = change;
  if (action === "update") return attributes.map((attribute) => lineOf(address, attribute));
  if (action !== "replace") return [`${address}: ${action}`];
  const sure = change.replacements.filter(({ because }) => because === undefined);
  if (sure.length > 0) return [`${address}: replace: ${reasonOf(change, sure)}`];
  const paths = change.replacements.map(({ path }) => path?.toString() ?? "what it follows");
  const others = attributes.filter(({ path }) => !paths.includes(path));
  const stay = paths.length === 1 ? "stays as it is" : "stay as they are";
  return [
    `${address}: replace, unless ${paths.join(", ")} ${stay}`,
    ...others.map((attribute) => lineOf(address, attribute)),
  ];
}

/** Where anything changes, the plugin SDK writes the defaults of what an import leaves empty, too. */
function defaultsWrittenAlong({ address, action, attributes }: ResourceChange): string[] {
  if (action !== "update") return [];
  return switchesOff(address.type)
    .filter((name) => !attributes.some(({ path }) => path === name))
    .map((path) =>
      lineOf(address, { path, before: "null", after: "false", leftOut: true, sensitive: false, sure: true }),
    );
}

function reasonOf({ attributes, prevented }: ResourceChange, causes: readonly ReplacementCause[]): string {
  const reasons = causes.map(({ kind, path }) => {
    const attribute = attributes.find((each) => each.path === path?.toString());
    if (attribute !== undefined) return `${attribute.path} ${attribute.before} -> ${attribute.after}`;
    return path?.toString() ?? REASONS[kind] ?? kind;
  });
  return `${reasons.join(", ")}${prevented ? "; prevent_destroy makes Terraform refuse the plan" : ""}`;
}

const REASONS: Readonly<Partial<Record<ReplacementCause["kind"], string>>> = {
  tainted: "it is tainted",
  triggered: "what replace_triggered_by names changes",
};

function lineOf(address: Address, attribute: AttributeChange): string {
  const { path, before, after, sure } = attribute;
  const because = noOpReason(address.type, attribute);
  const reason = because === undefined ? "" : `: ${because}`;
  return `${address}: ${path} ${before} -> ${after}${sure ? reason : ", unless they are the same"}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `  ${line}`)];
}
