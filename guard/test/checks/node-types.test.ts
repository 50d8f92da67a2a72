import { exampleConfiguration } from "../../lib/checks/examples";
import { findProblems } from "../../lib/checks/find-problems";
import { isNodeOfKapsule } from "../../lib/provider";
import type { JsonObject } from "../../lib/terraform";

const found = (resource: JsonObject) =>
  findProblems(exampleConfiguration(resource))
    .filter(({ check }) => check.id.startsWith("node-type"))
    .map(({ check, message, fix }) => `${check.id}: ${message}. ${fix}`);

test.each([
  [
    "scaleway_rdb_instance",
    "DB-DEV-XS",
    /^node-type: has node_type = "DB-DEV-XS", .* list of 2026-\d\d-\d\d\. Did you mean DB-DEV-S\?$/,
  ],
  ["scaleway_mongodb_instance", "MGDB-PLAY2-NAN0", /Did you mean MGDB-PLAY2-NANO\?$/],
  ["scaleway_rdb_instance", "DB_DEV_S", /Did you mean DB-DEV-S\?$/],
  ["scaleway_rdb_instance", "", /such as DB-DEV-S; /],
  ["scaleway_k8s_pool", "FOO-WIN", /such as DEV1-M; /],
  ["scaleway_redis_cluster", "RED1-HUGE", /Write one of RED1-MICRO, .*RED1-XL\.$/],
])("%s of type %s is a warning", (type, nodeType, expected) => {
  expect(found({ [type]: { it: { node_type: nodeType } } })).toEqual([expect.stringMatching(expected)]);
});

test.each([
  ["scaleway_rdb_instance", "db-dev-s"],
  ["scaleway_mongodb_instance", "mgdb-pro2-l"],
  ["scaleway_redis_cluster", "RED1-micro"],
  ["scaleway_rdb_instance", "${var.type}"],
])("%s of type %s is fine", (type, nodeType) => {
  expect(found({ [type]: { it: { node_type: nodeType } } })).toEqual([]);
});

test("nothing similar names a type that there is, and that a newer one can stay", () => {
  expect(found({ scaleway_k8s_pool: { it: { node_type: "something-of-tomorrow" } } })).toEqual([
    expect.stringMatching(/Take another, such as DEV1-M; a type that Scaleway added since then can stay\.$/),
  ]);
});

test.each(["DEV1-S", "stardust1-s", "POP2-2C-8G-WIN"])("a node of type %s is too small, or no Linux", (type) => {
  expect(found({ scaleway_k8s_pool: { it: { node_type: type, zone: "fr-par-1" } } })).toEqual([
    `node-type: has nodes of type ${type}, which Kapsule does not take. Take a Linux type of 4 GB of memory or more, such as DEV1-M.`,
  ]);
});

test.each(["DEV1-SS", "PLAY2-PIC0", "STARDUST1-X"])("what is meant by %s is a type that Kapsule takes", (type) => {
  const [told = ""] = found({ scaleway_k8s_pool: { it: { node_type: type, zone: "fr-par-1" } } });
  const [, meant = ""] = /(?:Did you mean|such as) ([A-Z0-9-]+)/.exec(told) ?? [];
  expect(meant).not.toBe("");
  expect(isNodeOfKapsule(meant)).toBe(true);
});
