import { findRecreations } from "../../guard/lib/recreation/find";
import { planOf } from "../../lib/testing/plan-of";
import { ENGINES } from "./engines";

const tofu = ENGINES.filter((engine) => engine.includes("tofu"));

const configuration = (resource: object, more: object = {}) => ({
  terraform: { required_providers: { scaleway: { source: "scaleway/scaleway", version: ">= 2.81.0" } } },
  provider: { scaleway: [{ region: "fr-par", zone: "fr-par-1" }] },
  resource,
  ...more,
});
const database = (lifecycle: object, more: object = {}) =>
  configuration({
    scaleway_rdb_instance: { d: { name: "d", node_type: "db-dev-s", engine: "PostgreSQL-15", lifecycle, ...more } },
  });
const cluster = (cni: string, lifecycle: object) =>
  configuration({
    scaleway_k8s_cluster: {
      c: {
        name: "c",
        version: "1.35.3",
        cni,
        delete_additional_resources: false,
        private_network_id: "fr-par/11111111-1111-1111-1111-111111111111",
        lifecycle,
      },
    },
  });

(tofu.length === 0 ? describe.skip : describe)("what OpenTofu alone has in a lifecycle block", () => {
  const on = tofu[0] ?? "tofu";

  test.each([
    ["a database that is switched off", database({}), database({ enabled: false }), ["delete"], ["destroy"]],
    ["one that is switched on", database({}), database({ enabled: true }), [], []],
    [
      "another CNI, and destroy = false",
      cluster("cilium", { destroy: false }),
      cluster("calico", { destroy: false }),
      ["forget-and-create"],
      ["forget-and-create"],
    ],
    [
      "another CNI, and destroy = false no longer",
      cluster("cilium", { destroy: false }),
      cluster("calico", {}),
      ["replace"],
      ["replace"],
    ],
    [
      "one instance fewer, and destroy = false",
      database({ destroy: false }, { count: 2 }),
      database({ destroy: false }, { count: 1 }),
      ["forget"],
      ["forget"],
    ],
    [
      "a block that goes, and had destroy = false",
      database({ destroy: false }),
      configuration({ scaleway_vpc: { v: {} } }),
      ["forget", "create"],
      ["forget"],
    ],
  ])("%s: the plan and the guard say the same", async (_, before, after, planned, found) => {
    const plan = await planOf(after, { terraform: on, deployed: before });
    expect(plan.changes.map(({ action }) => action)).toEqual(planned);
    expect(findRecreations({ before, after }).map(({ action }) => action)).toEqual(found);
    expect(plan.findings.map(({ action }) => action)).toEqual(found);
  });
});
