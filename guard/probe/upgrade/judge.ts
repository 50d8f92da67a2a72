import { findUpgrade } from "../../lib/recreation";
import type { JsonObject } from "../../lib/terraform";
import { valueAt } from "../places";
import type { PluginProvider } from "../plugin/plugin-provider";
import { type Plan, PlanError } from "../provider";
import { Resource } from "../resource";
import type { ResourceSchema } from "../schema";
import { differs, type ObjectValue } from "../value";
import { configurationsOf } from "./configurations";
import { bodyOf, translated } from "./terraform-json";

/** One of two releases of a provider. */
export interface Release {
  readonly version: string;
  readonly provider: PluginProvider;
  readonly schemas: ReadonlyMap<string, ResourceSchema>;
}

/** What both releases say of one configuration. */
export interface Verdict {
  readonly type: string;
  readonly body: ObjectValue;
  /** Why the newer release replaces it, by its plan; empty where it does not. */
  readonly replacing: readonly string[];
  /** What the tables tell, with a state and without one. */
  readonly told: Told;
  readonly toldWithState: Told;
}

type Told = "will" | "may" | "nothing";

/** What is tried of one resource type, and what could not be. */
export interface Tried {
  readonly verdicts: readonly Verdict[];
  /** Configurations that a release refuses, or that do not settle. */
  readonly refused: number;
}

/** Settles each configuration under the older release, reads its state with the newer one, and plans it there. */
export async function judgeType(type: string, from: Release, to: Release): Promise<Tried> {
  const older = from.schemas.get(type);
  const newer = to.schemas.get(type);
  if (older === undefined || newer === undefined) return { verdicts: [], refused: 0 };
  const resource = new Resource(from.provider, older);
  const verdicts: Verdict[] = [];
  let refused = 0;
  for (const config of configurationsOf(older)) {
    const wanted = translated(older.fields, newer.fields, config);
    const settled = wanted && (await settledState(resource, config));
    const plan = settled && (await planned(settled, wanted, { older, newer, to }));
    if (settled === undefined || plan === undefined) refused += 1;
    else
      verdicts.push({
        type,
        body: bodyOf(older.fields, config),
        ...plan,
        ...toldOf(type, { from, to, older }, config, settled),
      });
  }
  return { verdicts, refused };
}

/** What exists once it is applied; undefined where the provider makes no plan, or never comes to rest. */
async function settledState(resource: Resource, config: ObjectValue): Promise<ObjectValue | undefined> {
  try {
    const state = await resource.existing(config);
    const again = await resource.plan(state, config);
    return again.replaces.length > 0 ? undefined : state;
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

interface Releases {
  readonly older: ResourceSchema;
  readonly newer: ResourceSchema;
  readonly to: Release;
}

async function planned(
  settled: ObjectValue,
  wanted: ObjectValue,
  { older, newer, to }: Releases,
): Promise<Pick<Verdict, "replacing"> | undefined> {
  try {
    const prior = await to.provider.upgraded(newer.type, older.version ?? 0, settled);
    return { replacing: reasonsOf(await new Resource(to.provider, newer).plan(prior, wanted), prior) };
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** As Terraform does, what is named and does not change is no reason. */
function reasonsOf({ planned: after, replaces, legacy }: Plan, prior: ObjectValue): string[] {
  return replaces.filter((path) => differs(valueAt(prior, path) ?? null, valueAt(after, path) ?? null, legacy));
}

function toldOf(
  type: string,
  { from, to, older }: { from: Release; to: Release; older: ResourceSchema },
  config: ObjectValue,
  settled: ObjectValue,
): Pick<Verdict, "told" | "toldWithState"> {
  const configuration = { resource: { [type]: { it: bodyOf(older.fields, config) } } } as unknown as JsonObject;
  const instances = [{ attributes: settled, schema_version: older.version ?? 0 }];
  const state = { version: 4, resources: [{ mode: "managed", type, name: "it", instances }] };
  const given = { from: from.version, to: to.version, configuration };
  return {
    told: strongestOf(findUpgrade(given).findings),
    toldWithState: strongestOf(findUpgrade({ ...given, state }).findings),
  };
}

function strongestOf(findings: readonly { readonly certainty: "will" | "may" }[]): Told {
  if (findings.length === 0) return "nothing";
  return findings.some(({ certainty }) => certainty === "will") ? "will" : "may";
}
