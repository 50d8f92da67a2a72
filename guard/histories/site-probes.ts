import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { filesOf } from "./folder-files";
import { statementsOf } from "./hcl-text";
import { declaredIn } from "./stand-ins";

const FILE = "zz_sites.tf";
const PROBE = "zz_site_";
const PLACES = ["region", "zone"];

/**
 * Has the plan of a folder tell the regions and zones that are written in it: the provider plans those of a new resource as unknown.
 *
 * Each resource gets a neighbour of the engine's own with the same expressions, as often as it is there itself, and so does each block of
 * a provider.
 */
export function writeProbes(folder: string): void {
  const resources = declaredIn(folder)
    .filter(({ kind, type }) => kind === "resource" && type.startsWith("scaleway_"))
    .map(({ address, given }) => probe(address, given, ["count", "for_each"]));
  const providers = filesOf(folder).flatMap(({ text, json }) => {
    if (json !== undefined) return [];
    const blocks = statementsOf(text).filter(({ name, body }) => name === "provider" && body !== undefined);
    return blocks.map(({ labels, body = "" }) => {
      const given = new Map(statementsOf(body).map(({ name, value = "" }) => [name, value]));
      const alias = given.get("alias")?.replaceAll('"', "");
      return probe([labels[0] ?? "", ...(alias === undefined ? [] : [alias])].join("."), given, []);
    });
  });
  const probes = [...resources, ...providers].filter((text) => text !== "");
  if (probes.length > 0) writeFileSync(join(folder, FILE), probes.join("\n"));
}

function probe(name: string, given: ReadonlyMap<string, string>, repetition: readonly string[]): string {
  const of = (names: readonly string[]): string =>
    names.flatMap((each) => (given.has(each) ? [`${each} = ${given.get(each) ?? ""}\n`] : [])).join("");
  const places = of(PLACES);
  if (places === "") return "";
  return `resource "terraform_data" "${probeOf(name)}" {\n${of(repetition)}input = {\n${places}}\n}\n`;
}

/** The name of the neighbour that tells where something is. */
export function probeOf(name: string): string {
  return PROBE + name.replaceAll(".", "_");
}

/** Whether an address is that of such a neighbour. */
export function isProbe(address: string): boolean {
  return address.includes(`terraform_data.${PROBE}`);
}
