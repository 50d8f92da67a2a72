import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { run, runAsync } from "../../guard/lib/cli/run";
import type { JsonObject } from "../../guard/lib/terraform/values/json";
import { folderWith } from "../adopt/support";
import { LIBRARY } from "../support/library";

export const FIXTURES = join(__dirname, "fixtures");

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Adopted extends Outcome {
  /** Where the program was to be written. */
  readonly folder: string;
}

function streams() {
  const [out, err]: [string[], string[]] = [[], []];
  const outcome = (code: number): Outcome => ({ code, out: out.join("\n"), err: err.join("\n") });
  return { out: (text: string) => out.push(text), err: (text: string) => err.push(text), color: false, outcome };
}

export function kapsuleGuard(...args: string[]): Outcome {
  const told = streams();
  return told.outcome(run(args, told));
}

/** Adopts into a folder that goes with the test. */
export async function adopted(...args: string[]): Promise<Adopted> {
  const [folder, told] = [folderWith({}), streams()];
  const code = await runAsync(["adopt", ...args, "--out", folder], told, LIBRARY);
  return { ...told.outcome(code), folder };
}

/** A stack as CDKTF writes it, with one version of the provider. */
export const stackOf = (content: JsonObject, version = "2.81.0"): JsonObject => ({
  terraform: { required_providers: { scaleway: { source: "scaleway/scaleway", version } } },
  provider: { scaleway: [{ region: "fr-par", zone: "fr-par-1" }] },
  ...content,
});

/** A network `n`, and other resources. */
export const resourcesWith = (others: JsonObject = {}): JsonObject => ({
  scaleway_vpc_private_network: { n: { name: "net" } },
  ...others,
});

export const cluster = (more: JsonObject = {}): JsonObject => ({
  name: "c",
  version: "1.35.3",
  cni: "cilium",
  delete_additional_resources: false,
  private_network_id: "${scaleway_vpc_private_network.n.id}",
  ...more,
});

export const database = (more: JsonObject = {}): JsonObject => ({
  name: "d",
  engine: "PostgreSQL-16",
  node_type: "DB-DEV-S",
  user_name: "adm",
  password: "Aa1!aaaaaa",
  private_network: [{ pn_id: "${scaleway_vpc_private_network.n.id}", enable_ipam: true }],
  ...more,
});

/** A state as Terraform writes it, with one object of the provider. */
export const stateOfOne = (type: string, name: string, attributes: JsonObject, module?: string): JsonObject => ({
  version: 4,
  serial: 1,
  lineage: "simulated",
  outputs: {},
  resources: [
    {
      mode: "managed",
      type,
      name,
      provider: 'provider["registry.terraform.io/scaleway/scaleway"]',
      instances: [{ schema_version: 0, sensitive_attributes: [], attributes }],
      ...(module === undefined ? {} : { module }),
    },
  ],
});

/** A state of a database in a module, of an instance. */
export const stateOfDatabaseIn = (module: string, instance_id: string): JsonObject =>
  stateOfOne(
    "scaleway_rdb_database",
    "d",
    {
      id: "fr-par/30cd5b79-61f3-4725-8207-4e1a702dc7d2",
      instance_id,
      managed: false,
      name: "a",
      owner: "owner-b8f3da48",
      region: "fr-par",
      size: "size-643c547b",
      timeouts: null,
    },
    module,
  );

/** Files of modules, by their path beside the stack. */
export type Modules = Readonly<Record<string, string>>;

/** An edit of one stack that lies in a file, and what the command says of it. */
export class Edit {
  private readonly folder: string;

  public constructor(before: JsonObject, after: JsonObject, modules: { before?: Modules; after?: Modules } = {}) {
    this.folder = folderWith({
      ...filesIn("before/platform", before, modules.before),
      ...filesIn("after/platform", after, modules.after),
    });
  }

  public check(state?: JsonObject): Outcome {
    return kapsuleGuard("check", this.at("after"), "--before", this.at("before"), ...this.given(state));
  }

  public checkByLock(): Outcome {
    const lock = join(this.folder, "locks/platform.json");
    expect(kapsuleGuard("lock", this.at("before"), "--out", lock).code).toBe(0);
    return kapsuleGuard("check", this.at("after"), "--lock", lock);
  }

  public checkByStateAlone(state: JsonObject): Outcome {
    return kapsuleGuard("check", this.at("after"), ...this.given(state));
  }

  private at(version: "before" | "after"): string {
    return join(this.folder, version, "platform/cdk.tf.json");
  }

  private given(state: JsonObject | undefined): string[] {
    if (state === undefined) return [];
    const file = join(this.folder, "state.json");
    writeFileSync(file, JSON.stringify(state));
    return ["--state", file];
  }
}

function filesIn(folder: string, configuration: JsonObject, modules: Modules = {}): Record<string, string> {
  const beside = Object.entries(modules).map(([name, text]) => [join(folder, name), text]);
  return { [join(folder, "cdk.tf.json")]: JSON.stringify(configuration), ...Object.fromEntries(beside) };
}
