import { lockOf } from "../../../../lib/recreation/baseline/lock/lock";
import { isStable } from "../../../../lib/recreation/baseline/lock/stable";
import type { JsonObject } from "../../../../lib/terraform/values/json";
import { configuration } from "../../support";

const stable = (resource: JsonObject) => isStable(lockOf(configuration(resource), { stack: "s" }));
const pool = { cluster_id: "fr-par/1", node_type: "DEV1-M", size: 1 };

test("a pool without a name is replaced by every plan, one with a name is not", () => {
  expect(stable({ scaleway_k8s_pool: { p: pool } })).toBe(false);
  expect(stable({ scaleway_k8s_pool: { p: { ...pool, name: "p" } } })).toBe(true);
});

test("nothing else has to have a name", () => {
  expect(stable({})).toBe(true);
  expect(stable({ scaleway_vpc: { v: {} }, terraform_data: { t: {} } })).toBe(true);
});

test("the time of a plan is the same in each lock, though it may be another one at each plan", () => {
  const name = '${formatdate("YYYY", plantimestamp())}';
  const pool = { resource: { scaleway_k8s_pool: { p: { cluster_id: "c", node_type: "DEV1-M", size: 1, name } } } };
  expect(lockOf(pool, { stack: "s" })).toEqual(lockOf(pool, { stack: "s" }));
});
