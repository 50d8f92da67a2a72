import type { BehaviourTable, NotProbed, ResourceEntry } from "../lib/provider";
import { type Progress, telling } from "../lib/text";
import { probeResource } from "./entry";
import type { Provider } from "./provider";
import { Resource } from "./resource";
import type { ResourceSchema } from "./schema";

export interface ProbedTable {
  readonly table: BehaviourTable;
  readonly remarks: readonly string[];
}

/** Asks one version of a provider about all its resources; each of the providers takes the next type that is left. */
export async function probeTable(
  source: string,
  version: string,
  providers: readonly Provider[],
): Promise<ProbedTable> {
  const schemas = (await providers[0]?.schemas()) ?? new Map<string, ResourceSchema>();
  const left = [...schemas.values()];
  const resources = new Map<string, ResourceEntry>();
  const notProbed: NotProbed[] = [];
  const remarks: string[] = [];
  const work = async (provider: Provider, progress: Progress): Promise<void> => {
    for (let schema = left.shift(); schema !== undefined; schema = left.shift()) {
      const found = await probeResource(new Resource(provider, schema), version);
      resources.set(schema.type, found.entry);
      notProbed.push(...found.notProbed);
      remarks.push(...found.remarks);
      progress.step(`Probing: ${resources.size} of ${schemas.size} resources`);
    }
  };
  await telling((progress) => Promise.all(providers.map((provider) => work(provider, progress))));
  const sorted = Object.fromEntries([...resources].sort(([a], [b]) => (a < b ? -1 : 1)));
  const table = { provider: source, version, resources: sorted, notProbed: notProbed.sort(byPlace) };
  return { table, remarks: remarks.sort() };
}

function byPlace(a: NotProbed, b: NotProbed): number {
  return placeOf(a) < placeOf(b) ? -1 : 1;
}

function placeOf({ type, attribute = "" }: NotProbed): string {
  return `${type}.${attribute}`;
}
