import { createHash } from "node:crypto";

import table from "../../guard/lib/provider/tables/behaviour-table.json";
import { evaluate } from "../../guard/lib/terraform/language/evaluate";
import { parseTemplate } from "../../guard/lib/terraform/language/template";
import type { Value } from "../../guard/lib/terraform/values/value";
import {
  derivePoolName,
  IMMUTABLE_POOL_DEFAULTS,
  IMMUTABLE_POOL_SETTINGS,
  type ImmutablePoolSettings,
} from "../../lib/cluster/pool-name";
import { resolvedString } from "../../lib/core/text";
import { newStack, numberToken, stringToken, untyped } from "../support/stack";

const digestOf = (text: string) => `workers-${createHash("sha1").update(text).digest("hex").slice(0, 6)}`;
const nameOf = (settings: Record<string, unknown>) =>
  derivePoolName("workers", untyped({ node_type: "DEV1-M", ...settings }));

interface Behaviour {
  readonly forceNew?: boolean;
  readonly default?: unknown;
}
const pool = untyped<Record<string, Behaviour>>(table.resources.scaleway_k8s_pool.attributes);

/** Immutable attributes that are no settings of a pool, and so have no part in its name. */
const NO_SETTINGS = [
  "cluster_id", // Names are distinct within a cluster, and another cluster has names of its own.
  "name", // It is what is derived.
  "region", // It is the cluster's, which is another cluster in another region.
];

describe("the immutable settings of a pool", () => {
  test("are all that the provider replaces a pool for", () => {
    const immutable = Object.keys(pool).filter((name) => pool[name]!.forceNew === true);
    expect([...IMMUTABLE_POOL_SETTINGS, ...NO_SETTINGS].sort()).toEqual(immutable.sort());
  });

  test("have the provider's defaults", () => {
    const settings: readonly (keyof ImmutablePoolSettings)[] = IMMUTABLE_POOL_SETTINGS;
    expect(settings.map((name) => [name, IMMUTABLE_POOL_DEFAULTS[name]])).toEqual(
      settings.map((name) => [name, pool[name]!.default]),
    );
  });
});

describe("a derived name", () => {
  test("digests what is set, by name, in the order of names", () => {
    expect(nameOf({})).toBe(digestOf("node_type=dev1m"));
    expect(nameOf({ zone: "fr-par-2", public_ip_disabled: true, root_volume_size_in_gb: 40 })).toBe(
      digestOf("node_type=dev1m|public_ip_disabled=true|root_volume_size_in_gb=40|zone=fr-par-2"),
    );
  });

  test("stands when a setting is added that is not set, wherever it sorts", () => {
    expect(nameOf({ a_new_setting: undefined, z_new_setting: undefined })).toBe(nameOf({}));
    expect(nameOf({ a_new_setting: "on" })).not.toBe(nameOf({}));
  });

  test("tells settings of one value apart", () => {
    expect(nameOf({ zone: "x" })).not.toBe(nameOf({ placement_group_id: "x" }));
  });

  test("is the same for a default, written out or not", () => {
    for (const [name, value] of Object.entries(IMMUTABLE_POOL_DEFAULTS)) {
      expect(nameOf({ [name]: value })).toBe(nameOf({}));
      expect(nameOf({ [name]: `${String(value)}!` })).not.toBe(nameOf({}));
    }
  });

  test("is digested by Terraform over the same text, once that is known", () => {
    const stack = newStack();
    const group = stringToken(stack, "group");
    const size = numberToken(stack, "size");
    const expression = resolvedString(stack, nameOf({ placement_group_id: group, root_volume_size_in_gb: size }));
    const values = new Map<string, Value>([
      ["group", "fr-par-1/g"],
      ["size", 40],
    ]);
    const scope = { reference: (_: string, [name = ""]: readonly string[]) => [values.get(name) ?? null, 1] as const };
    expect(evaluate(parseTemplate(expression), scope)).toBe(
      nameOf({ placement_group_id: "fr-par-1/g", root_volume_size_in_gb: 40 }),
    );
  });

  test("counts a setting that is known only when Terraform runs as set", () => {
    const stack = newStack();
    const name = resolvedString(stack, nameOf({ container_runtime: stringToken(stack) }));
    expect(name).toContain('[join("=", ["container_runtime", var.text]), "node_type=dev1m"]');
  });
});
