import { Address, AttributePath } from "kapsule-guard/terraform";

import { adoptionSummary } from "../../lib/adopt/adoption-summary";
import { stateOf, UUID, written } from "./support";

const CLUSTER = {
  id: `fr-par/${UUID}`,
  region: "fr-par",
  name: "k",
  type: "kapsule",
  version: "1.35.3",
  cni: "cilium",
  delete_additional_resources: false,
  upgrade_pools: true,
};

interface Status {
  status?: string;
  deposed?: string;
}

/** A state with a cluster, and one more instance for each status. */
function stateWith(...statuses: readonly Status[]) {
  const state = stateOf({ "scaleway_k8s_cluster.k": CLUSTER }) as unknown as { resources: { instances: object[] }[] };
  const [first] = state.resources;
  const [instance] = first!.instances;
  first!.instances = statuses.map((status) => ({ ...instance, ...status }));
  return state;
}

const summaryOf = (state: object, mode: "moved" | "imported" = "moved") =>
  adoptionSummary(written({ state }, mode), { mode, program: "main.ts" });

const DEPOSED = "scaleway_k8s_cluster.k: its deposed object is destroyed";
const TAINTED = "run terraform untaint 'scaleway_k8s_cluster.k' first";

test("a deposed object is destroyed by the first apply", () => {
  expect(summaryOf(stateWith({}, { deposed: "a1b2c3d4" }))).toContain(`The first plan changes:\n  ${DEPOSED}`);
  expect(summaryOf(stateWith({}))).not.toContain("deposed");
});

test("what is tainted would be replaced, and is to be untainted first", () => {
  const summary = summaryOf(stateWith({ status: "tainted" }));
  expect(summary).toContain(
    "scaleway_k8s_cluster.k: replace: it is tainted; prevent_destroy makes Terraform refuse the plan",
  );
  expect(summary).toContain(TAINTED);
  expect(summaryOf(stateWith({}))).not.toContain("tainted");
});

test("a new state knows of neither, so that a deposed object is nobody's", () => {
  const summary = summaryOf(stateWith({ status: "tainted" }, { deposed: "a1b2c3d4" }), "imported");
  expect(summary).not.toMatch(/tainted|replace|is destroyed/);
  expect(summary).toContain("scaleway_k8s_cluster.k: its deposed object goes on existing, and no state has it");
});

test("what is tainted is replaced whether a secret stays as it is or not", () => {
  const version = { id: `fr-par/${UUID}`, region: "fr-par", secret_id: `fr-par/${UUID}`, revision: "1", data: "a-1A!" };
  const state = stateOf({ "scaleway_secret_version.v": version }) as unknown as {
    resources: { instances: object[] }[];
  };
  state.resources[0]!.instances = [{ ...state.resources[0]!.instances[0], status: "tainted" }];
  expect(summaryOf(state)).toContain("scaleway_secret_version.v: replace: it is tainted");
});

test("a replacement that depends on a secret is one unless that stays as it is", () => {
  const version = { id: `fr-par/${UUID}`, region: "fr-par", secret_id: `fr-par/${UUID}`, revision: "1", data: "a-1A!" };
  const summary = summaryOf(stateOf({ "scaleway_secret_version.v": version }));
  expect(summary).toContain("scaleway_secret_version.v: replace, unless data stays as it is");
});

describe("of what the state marks in part as a secret, nothing is said", () => {
  const VALUES = { id: `fr-par/${UUID}`, region: "fr-par", name: "n" };
  const marked = (type: string, attributes: object, ...path: object[]) => {
    const state = stateOf({ [`${type}.n`]: { ...VALUES, ...attributes } }) as unknown as {
      resources: { instances: object[] }[];
    };
    const [resource] = state.resources;
    resource!.instances = resource!.instances.map((instance) => ({ ...instance, sensitive_attributes: [path] }));
    return state;
  };
  const attr = (value: string) => ({ type: "get_attr", value });
  const index = (value: string | number, type: string) => ({ type: "index", value: { value, type } });

  test.each(["moved", "imported"] as const)("neither of a map nor of a list (%s)", (mode) => {
    const variables = { environment_variables: { A: "b", S: "topsecret" } };
    const path = [attr("environment_variables"), index("S", "string")];
    const map = summaryOf(marked("scaleway_container_namespace", variables, ...path), mode);
    const list = summaryOf(
      marked("scaleway_vpc", { tags: ["x", "topsecret"] }, attr("tags"), index(1, "number")),
      mode,
    );
    expect(map).toContain("environment_variables (sensitive value) -> (sensitive value)");
    expect(list).toContain("tags (sensitive value) -> (sensitive value)");
    expect(map + list).not.toContain("topsecret");
  });

  test("nor of a block", () => {
    const points = { contact_points: [{ email: "topsecret@example.com" }] };
    const path = [attr("contact_points"), index(0, "number"), attr("email")];
    expect(summaryOf(marked("scaleway_cockpit_alert_manager", points, ...path))).not.toContain("topsecret");
  });
});

test("and what else changes of it is listed, too", () => {
  const adoption = written({
    state: stateOf({ "scaleway_vpc.v": { id: `fr-par/${UUID}`, region: "fr-par", name: "v" } }),
  });
  const attribute = { path: "data", before: "(sensitive value)", after: "(sensitive value)", leftOut: false };
  const change = {
    address: Address.parse("scaleway_secret_version.v"),
    action: "replace",
    attributes: [
      { ...attribute, sensitive: true, sure: false },
      { ...attribute, path: "description", before: "null", after: '"new"', sensitive: false, sure: true },
    ],
    replacements: [{ kind: "attribute", path: AttributePath.of("data"), because: { reason: "opaque-expression" } }],
    prevented: true,
  } as const;
  expect(adoptionSummary({ ...adoption, changes: [change] }, { mode: "moved", program: "main.ts" })).toContain(`
  scaleway_secret_version.v: replace, unless data stays as it is
  scaleway_secret_version.v: description null -> "new"`);
});

describe("what a construct cannot say is L1, with the reason", () => {
  const PLACE = { id: `fr-par/${UUID}`, region: "fr-par" };
  const reasonOf = (address: string, values: object) => {
    const [, line] =
      new RegExp(`${address.replace(".", "\\.")}: (.*)`).exec(
        summaryOf(stateOf({ [address]: { ...PLACE, ...values } })),
      ) ?? [];
    return line;
  };

  test("an argument without a property", () => {
    expect(reasonOf("scaleway_registry_namespace.r", { name: "acme-images", description: "d" })).toBeUndefined();
    const bucket = { name: "acme-logs", acl: "private", object_lock_enabled: true };
    expect(reasonOf("scaleway_object_bucket.b", bucket)).toBe("a construct has no property for object_lock_enabled");
  });

  test("no network, no cluster and no group", () => {
    const database = { name: "d", node_type: "DB-DEV-S", engine: "PostgreSQL-16", volume_type: "lssd" };
    expect(reasonOf("scaleway_rdb_instance.d", database)).toMatch(/^a construct has a Private Network/);
    const pool = { cluster_id: `fr-par/${UUID.replace("1", "2")}`, name: "p", node_type: "DEV1-M", size: 1 };
    expect(reasonOf("scaleway_k8s_pool.p", pool)).toBe("its cluster is no construct");
    expect(reasonOf("scaleway_rdb_database.o", { instance_id: pool.cluster_id, name: "o" })).toBe(
      "its instance is no construct",
    );
  });
});
