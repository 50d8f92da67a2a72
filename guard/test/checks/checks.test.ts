import { PLATFORM_CHECKS } from "../../../lib";
import { exampleConfiguration } from "../../lib/checks/examples";
import { describeProblem, findProblems } from "../../lib/checks/find-problems";

const found = (resource: Parameters<typeof exampleConfiguration>[0]) => findProblems(exampleConfiguration(resource));
const ids = PLATFORM_CHECKS.map(({ id }) => id);

test("every check has an id of its own", () => {
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(PLATFORM_CHECKS.map(({ id, example }) => [id, example] as const))("%s", (id, { wrong, right }) => {
  test("finds the mistake, and nothing else is wrong", () => {
    expect(found(wrong).map(({ check }) => check.id)).toEqual([id]);
  });

  test("does not find the nearest thing that is right", () => {
    expect(found(right)).toEqual([]);
  });

  test("says where, what, and what to write", () => {
    const [problem] = found(wrong);
    expect(describeProblem(problem!)).toMatch(
      new RegExp(`^scaleway_\\w+\\.\\w+ [^\\n]+\\. [A-Z][^\\n]*[.?] \\[${id}\\]$`),
    );
  });
});

test("what only Terraform knows is not guessed", () => {
  const unknown = "${var.data}";
  const resource = {
    scaleway_vpc_public_gateway: { g: { type: unknown, bastion_enabled: unknown } },
    scaleway_vpc_gateway_network: { n: { gateway_id: unknown, private_network_id: unknown, zone: unknown } },
    scaleway_k8s_pool: {
      p: { cluster_id: unknown, node_type: unknown, size: 1, public_ip_disabled: unknown, version: unknown },
    },
    scaleway_rdb_instance: {
      d: { node_type: unknown, password: unknown, private_network: [{ pn_id: unknown, enable_ipam: unknown }] },
    },
    scaleway_lb: { l: { type: unknown, ip_ids: unknown } },
    scaleway_block_volume: { v: { iops: unknown } },
    scaleway_object_bucket: { b: { name: unknown } },
  };
  expect(found(resource)).toEqual([]);
});

test("instances of count and for_each are looked at, each by its address", () => {
  const resource = {
    scaleway_vpc_public_gateway: { g: { for_each: '${toset(["a", "b"])}', type: "VPC-GW-S", bastion_enabled: true } },
  };
  expect(found(resource).map((problem) => problem.resource.address)).toEqual([
    'scaleway_vpc_public_gateway.g["a"]',
    'scaleway_vpc_public_gateway.g["b"]',
  ]);
});

test("resources in local modules are looked at, too", () => {
  const module = {
    resource: {
      scaleway_k8s_pool: {
        p: { cluster_id: "${var.cluster}", public_ip_disabled: true, node_type: "DEV1-M", size: 1 },
      },
    },
    variable: { cluster: {} },
  };
  const network = { scaleway_vpc_private_network: { n: { name: "n" } } };
  const cluster = {
    scaleway_k8s_cluster: {
      c: { name: "c", version: "1.35.3", cni: "cilium", private_network_id: "${scaleway_vpc_private_network.n.id}" },
    },
  };
  const configuration = {
    ...exampleConfiguration({ ...network, ...cluster }),
    module: { pools: { source: "./pools", cluster: "${scaleway_k8s_cluster.c.id}" } },
  };
  const modules = { pools: { configuration: module, digest: "d" } };
  const problems = findProblems(configuration, { modules });
  expect(problems.map(({ resource, check }) => [resource.address, check.id])).toEqual([
    ["module.pools.scaleway_k8s_pool.p", "isolated-pool"],
  ]);
});

test("zones that the data is older than are not judged", () => {
  const newer = exampleConfiguration({
    scaleway_vpc_public_gateway: { g: { type: "VPC-GW-S", zone: "it-mil-1" } },
    scaleway_k8s_pool: { p: { cluster_id: "it-mil/1", name: "p", node_type: "L4-1-24G", size: 1, zone: "it-mil-2" } },
  });
  expect(findProblems(newer)).toEqual([]);
});

test.each(["192.168.0.1", "a..b"])("a bucket named %s is what a construct refuses, too", (name) => {
  const found = findProblems(exampleConfiguration({ scaleway_object_bucket: { b: { name } } }));
  expect(found.map(({ check }) => check.id)).toContain("bucket-name");
});

const isolated = {
  scaleway_vpc_private_network: { n: { name: "n" } },
  scaleway_k8s_cluster: {
    c: { name: "c", version: "1.35.3", cni: "cilium", private_network_id: "${scaleway_vpc_private_network.n.id}" },
  },
  scaleway_k8s_pool: {
    p: {
      cluster_id: "${scaleway_k8s_cluster.c.id}",
      name: "p",
      node_type: "PRO2-XS",
      size: 1,
      public_ip_disabled: true,
    },
  },
};
const attachment = (network: string) => ({
  scaleway_vpc_gateway_network: { g: { gateway_id: "fr-par-1/1", private_network_id: network } },
});

test.each([
  ["an id that may be its own", exampleConfiguration(attachment("fr-par/1")), []],
  ["what another stack answers", exampleConfiguration(attachment("${data.terraform_remote_state.a.outputs.n}")), []],
  ["a module", { module: { egress: { source: "./egress" } } }, []],
  [
    "a network of its own",
    exampleConfiguration({
      scaleway_vpc_private_network: { m: { name: "m" } },
      ...attachment("${scaleway_vpc_private_network.m.id}"),
    }),
    ["isolated-pool"],
  ],
])("a gateway of another stack on %s", (_, other, ids) => {
  const found = findProblems(exampleConfiguration(isolated), {}, [other]);
  expect(found.map(({ check }) => check.id)).toEqual(ids);
});

test.each([
  ["the cluster", { lifecycle: { ignore_changes: ["version"] } }, {}],
  ["the pool", {}, { lifecycle: { ignore_changes: "all" } }],
])("versions that %s ignores are not compared", (_, cluster, pool) => {
  const versions = (own: object, of: object) =>
    exampleConfiguration({
      scaleway_k8s_cluster: { c: { ...isolated.scaleway_k8s_cluster.c, version: "1.34.2", ...own } },
      scaleway_k8s_pool: {
        p: { ...isolated.scaleway_k8s_pool.p, public_ip_disabled: false, version: "1.35.1", ...of },
      },
      scaleway_vpc_private_network: isolated.scaleway_vpc_private_network,
    });
  expect(findProblems(versions(cluster, pool))).toEqual([]);
  expect(findProblems(versions({}, {})).map(({ check }) => check.id)).toEqual(["version-ahead"]);
});
