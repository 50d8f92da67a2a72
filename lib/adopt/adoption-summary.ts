import type { ResourceChange } from "../recreation/prediction/changes";
import type { Adoption } from "./adoption";
import type { AdoptionMode } from "./print-stack";

/** Arguments that the provider never reads back, so that an import leaves them empty and the first plan sets them. */
const NEVER_READ: Readonly<Record<string, readonly string[]>> = {
  scaleway_k8s_cluster: ["delete_additional_resources", "upgrade_pools"],
  scaleway_k8s_pool: ["wait_for_pool_ready"],
};

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

/** How many things are left to do by hand. */
export function byHand({ program, problems, left, trial }: Adoption, mode: AdoptionMode): string[] {
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
  // An import reads no secrets, so that none can leave the state.
  const read = mode === "moved" ? adoption.changes : adoption.changes.map(withoutSecrets);
  const changes = read.flatMap(linesOf);
  if (mode === "moved") return changes.length > 0 ? changes : ["nothing, but addresses"];
  const unread = [...adoption.trial.addresses.values()].flatMap((address) => {
    const names = NEVER_READ[address.split(".")[0] ?? ""];
    return names === undefined
      ? []
      : [`${address}: ${names.join(", ")}, which the provider never reads; nothing else happens`];
  });
  return [...changes, ...unread].length > 0 ? [...changes, ...unread] : ["nothing, but that it imports"];
}

function withoutSecrets(change: ResourceChange): ResourceChange {
  return { ...change, attributes: change.attributes.filter(({ sensitive }) => !sensitive) };
}

function linesOf({ address, action, attributes }: ResourceChange): string[] {
  if (action !== "update") return [`${address}: ${action}`];
  return attributes.map(({ path, before, after, sure, sensitive }) => {
    const reason = sensitive && after === "null" ? ": it leaves the state, and stays as it is" : "";
    return `${address}: ${path} ${before} -> ${after}${sure ? reason : ", unless they are the same"}`;
  });
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `  ${line}`)];
}
