import { findRecreations } from "../../lib/recreation/find";
import type { JsonObject } from "../../lib/terraform/values/json";
import { configuration, state, summaryOf, summaryOfEdit } from "./support";

const network = { name: "n", vpc_id: "${scaleway_vpc.v.id}" };
const cluster = {
  name: "c",
  cni: "cilium",
  version: "1.31.2",
  private_network_id: "${scaleway_vpc_private_network.n.id}",
};
const pool = { name: "p", cluster_id: "${scaleway_k8s_cluster.c.id}", node_type: "DEV1-M", size: 1 };
const platform = (changes: { vpc?: object; network?: object; cluster?: object; pool?: object } = {}) =>
  configuration({
    scaleway_vpc: { v: { name: "v", ...changes.vpc } },
    scaleway_vpc_private_network: { n: { ...network, ...changes.network } },
    scaleway_k8s_cluster: { c: { ...cluster, ...changes.cluster } },
    scaleway_k8s_pool: { p: { ...pool, ...changes.pool } },
  });

describe("values that count as the same", () => {
  test.each([
    ["unset and null", {}, { project_id: null }],
    ["a number and its text", { size: 3 }, { size: "3" }],
    ["a region that is inherited and the same one written out", {}, { region: "fr-par" }],
    ["an attribute's default and unset", {}, { autoscaling: false }],
    ["another spelling of the node type", {}, { node_type: "dev1_m" }],
    [
      "a block as an object and as a list of one",
      { upgrade_policy: { max_surge: 1 } },
      { upgrade_policy: [{ max_surge: 1 }] },
    ],
  ])("%s", (_, before, after) => {
    expect(summaryOf({ before: platform({ pool: before }), after: platform({ pool: after }) })).toEqual([]);
  });
});

describe("an immutable flag that was left out and is set to false", () => {
  const deployed = { type: "LB-S" };
  const asStored = {
    ...deployed,
    assign_flexible_ip: null,
    ssl_compatibility_level: "ssl_compatibility_level_intermediate",
  };
  const off = { assign_flexible_ip: false };
  const edit = (after: JsonObject, stored: JsonObject) => [
    summaryOfEdit("scaleway_lb", deployed, { ...deployed, ...after }, stored),
    summaryOfEdit("scaleway_lb", deployed, { ...deployed, ...after }),
  ];

  test("replaces as soon as anything else changes, which only the state makes certain", () => {
    expect(edit({ ...off, name: "n" }, asStored)).toEqual([
      ["will replace scaleway_lb.it assign_flexible_ip"],
      ["may replace scaleway_lb.it assign_flexible_ip"],
    ]);
  });

  test("is no difference alone, nor where the state holds it, nor when it is ignored or left out again", () => {
    expect(edit(off, asStored)).toEqual([[], []]);
    expect(edit({ ...off, name: "n" }, { ...asStored, ...off })[0]).toEqual([]);
    expect(edit({ ...off, name: "n", lifecycle: { ignore_changes: ["assign_flexible_ip"] } }, asStored)[0]).toEqual([]);
    expect(summaryOfEdit("scaleway_lb", { ...deployed, ...off }, { ...deployed, name: "n" })).toEqual([]);
  });
});

describe("a set", () => {
  const [one, other] = [{ subnet: "fd46:78ab:30b8:177c::/64" }, { subnet: "fd46:78ab:30b8:c7df::/64" }];
  const deployed = { ipv6_subnets: [one] };

  test.each([
    ["the same block twice is one block", [one, one], []],
    ["two blocks are two", [one, other], ["will replace scaleway_vpc_private_network.it ipv6_subnets.subnet"]],
  ])("%s", (_, subnets, expected) => {
    const after = { ipv6_subnets: subnets };
    expect(summaryOfEdit("scaleway_vpc_private_network", deployed, after, deployed)).toEqual(expected);
    expect(summaryOfEdit("scaleway_vpc_private_network", deployed, after)).toEqual(expected);
  });
});

describe("what an edit replaces", () => {
  test("what refers to a resource that is replaced is replaced, too, each with its cause", () => {
    const moved = platform({ vpc: { enable_transitivity: true } });
    expect(summaryOf({ before: platform({ vpc: { enable_transitivity: false } }), after: moved })).toEqual([
      "will replace scaleway_vpc.v enable_transitivity",
      "will replace scaleway_vpc_private_network.n vpc_id <- scaleway_vpc.v",
      "will replace scaleway_k8s_cluster.c private_network_id <- scaleway_vpc_private_network.n",
      "will replace scaleway_k8s_pool.p cluster_id <- scaleway_k8s_cluster.c",
    ]);
    expect(summaryOf({ before: platform(), after: platform({ cluster: { cni: "calico" } }) })).toEqual([
      "will replace scaleway_k8s_cluster.c cni",
      "will replace scaleway_k8s_pool.p cluster_id <- scaleway_k8s_cluster.c",
    ]);
  });

  test("what refers to a resource that changes in place is kept", () => {
    expect(
      summaryOf({ before: platform(), after: platform({ vpc: { tags: ["t"] }, network: { tags: ["t"] } }) }),
    ).toEqual([]);
  });

  test("what reads the very attribute that changes in place is replaced", () => {
    const named = { pool: { name: "p-${scaleway_k8s_cluster.c.name}" } };
    const after = platform({ ...named, cluster: { name: "other" } });
    expect(summaryOf({ before: platform(named), after })).toEqual(["will replace scaleway_k8s_pool.p name"]);
  });

  test("a local that changes replaces, although the resource's own text stays", () => {
    const before = { ...platform({ cluster: { cni: "${local.cni}" } }), locals: { cni: "cilium" } };
    const after = { ...before, locals: { cni: "calico" } };
    expect(summaryOf({ before, after })[0]).toBe("will replace scaleway_k8s_cluster.c cni");
  });

  test("the default of a variable only may replace, because a value outside the files may override it", () => {
    const before = { ...platform({ cluster: { cni: "${var.cni}" } }), variable: { cni: { default: "cilium" } } };
    const after = { ...before, variable: { cni: { default: "calico" } } };
    expect(summaryOf({ before, after })[0]).toBe("may replace scaleway_k8s_cluster.c cni");
  });

  test("the default of a variable replaces when the state shows that it is not overridden", () => {
    const of = (cni: string) => ({
      ...configuration({ scaleway_k8s_cluster: { c: { name: "c", version: "1", cni: "${var.cni}" } } }),
      variable: { cni: { default: cni } },
    });
    const known = state({ "scaleway_k8s_cluster.c": { name: "c", version: "1", cni: "cilium", id: "fr-par/1" } });
    expect(summaryOf({ before: of("cilium"), after: of("calico"), state: known })).toEqual([
      "will replace scaleway_k8s_cluster.c cni",
    ]);
    const other = state({ "scaleway_k8s_cluster.c": { name: "c", version: "1", cni: "flannel", id: "fr-par/1" } });
    expect(summaryOf({ before: of("cilium"), after: of("cilium"), state: other })).toEqual([]);
    expect(summaryOf({ before: of("cilium"), after: of("calico"), state: other })).toEqual([
      "may replace scaleway_k8s_cluster.c cni",
    ]);
  });

  test("a computed attribute that is set may replace, and with the state it is decided", () => {
    const before = { name: "c", version: "1", cni: "cilium" };
    const after = { ...before, pod_cidr: "10.0.0.0/16" };
    expect(summaryOfEdit("scaleway_k8s_cluster", before, after)).toEqual([
      "may replace scaleway_k8s_cluster.it pod_cidr",
    ]);
    const same = { ...before, id: "fr-par/1", pod_cidr: "10.0.0.0/16" };
    expect(summaryOfEdit("scaleway_k8s_cluster", before, after, same)).toEqual([]);
    const other = { ...same, pod_cidr: "100.64.0.0/15" };
    expect(summaryOfEdit("scaleway_k8s_cluster", before, after, other)).toEqual([
      "will replace scaleway_k8s_cluster.it pod_cidr",
    ]);
  });

  test("an empty text for a computed attribute is as good as none, an empty list replaces", () => {
    const nic = { lb_id: "fr-par-1/1", private_network_id: "fr-par/2" };
    const held = { ...nic, id: "x", ipam_ip_ids: ["fr-par/3"], project_id: "p" };
    const given = { ...nic, ipam_ip_ids: ["fr-par/3"], project_id: "p" };
    expect(summaryOfEdit("scaleway_lb_private_network", given, { ...given, project_id: "" }, held)).toEqual([]);
    expect(summaryOfEdit("scaleway_lb_private_network", given, { ...given, ipam_ip_ids: [] }, held)).toEqual([
      "will replace scaleway_lb_private_network.it ipam_ip_ids",
    ]);
  });

  test("a computed attribute that is left out again is kept", () => {
    const after = { name: "c", version: "1", cni: "cilium" };
    expect(summaryOfEdit("scaleway_k8s_cluster", { ...after, pod_cidr: "10.0.0.0/16" }, after)).toEqual([]);
  });

  test("an attribute of a type that no table holds only may replace", () => {
    expect(summaryOfEdit("scaleway_brand_new", { a: 1 }, { a: 2 })).toEqual(["may replace scaleway_brand_new.it a"]);
    expect(summaryOfEdit("scaleway_brand_new", { a: 1 }, { a: 1 })).toEqual([]);
  });

  test("other providers' resources are no findings, but carry values", () => {
    const of = (input: string) => ({
      ...platform({ cluster: { cni: "${terraform_data.t.output}" } }),
      resource: {
        ...(platform({ cluster: { cni: "${terraform_data.t.output}" } }).resource as object),
        terraform_data: { t: { input } },
      },
    });
    expect(summaryOf({ before: of("a"), after: of("a") })).toEqual([]);
    expect(summaryOf({ before: of("a"), after: of("b") })[0]).toBe(
      "will replace scaleway_k8s_cluster.c cni <- terraform_data.t",
    );
  });
});

describe("an empty text where the provider may choose", () => {
  const trigger = (sqs: JsonObject) =>
    configuration({ scaleway_function_trigger: { t: { function_id: "fr-par/1", sqs: { queue: "q", ...sqs } } } });
  const vpc = (attributes: JsonObject) => configuration({ scaleway_vpc: { v: attributes } });

  test.each([
    [
      "an attribute",
      vpc({ project_id: "" }),
      vpc({ project_id: "11111111-1111-1111-1111-111111111111" }),
      "may replace scaleway_vpc.v project_id",
    ],
    [
      "an attribute of a block",
      trigger({ region: "" }),
      trigger({ region: "fr-par" }),
      "may replace scaleway_function_trigger.t sqs[0].region",
    ],
  ])("is no value: setting %s only may replace", (_what, before, after, expected) => {
    expect(summaryOf({ before, after })).toEqual([expected]);
  });

  test("stays no value when it is left out", () => {
    expect(summaryOf({ before: vpc({ project_id: "" }), after: vpc({}) })).toEqual([]);
    expect(summaryOf({ before: trigger({ region: "" }), after: trigger({}) })).toEqual([]);
  });

  test("does not hide another region than the inherited one", () => {
    expect(summaryOf({ before: vpc({ region: "" }), after: vpc({ region: "nl-ams" }) })).toEqual([
      expect.stringContaining("replace scaleway_vpc.v region"),
    ]);
    expect(summaryOf({ before: vpc({ region: "" }), after: vpc({ region: "fr-par" }) })).toEqual([]);
  });
});

describe("secrets", () => {
  const version = (data: string) => configuration({ scaleway_secret_version: { v: { secret_id: "fr-par/1", data } } });

  test("in another spelling are never said to differ for certain: the provider keeps them as base64", () => {
    expect(summaryOf({ before: version("hello"), after: version("aGVsbG8=") })).toEqual([
      "may replace scaleway_secret_version.v data",
    ]);
  });

  test("that stay the same are no finding", () => {
    expect(summaryOf({ before: version("hello"), after: version("hello") })).toEqual([]);
  });
});

describe("data sources", () => {
  const read = (vpc: object, dependsOn: string[]) =>
    configuration(
      {
        scaleway_vpc: { v: { name: "v", ...vpc } },
        scaleway_vpc_private_network: { n: { name: "n", vpc_id: "${data.scaleway_vpc.d.id}" } },
      },
      { data: { scaleway_vpc: { d: { name: "d", depends_on: dependsOn } } } },
    );

  test("one that waits for a change is read late, which replaces what reads it", () => {
    const dependsOn = ["scaleway_vpc.v"];
    expect(summaryOf({ before: read({}, dependsOn), after: read({ tags: ["t"] }, dependsOn) })).toEqual([
      "will replace scaleway_vpc_private_network.n vpc_id <- scaleway_vpc.v",
    ]);
  });

  test("what one that is read late is asked is known before, so that it only may replace", () => {
    const asking = (tags: string[]) =>
      configuration(
        {
          scaleway_vpc: { v: { name: "v" }, w: { name: "w", tags } },
          scaleway_vpc_private_network: { n: { name: "n", vpc_id: "${data.scaleway_vpc.d.vpc_id}" } },
        },
        { data: { scaleway_vpc: { d: { vpc_id: "${scaleway_vpc.v.id}", depends_on: ["scaleway_vpc.w"] } } } },
      );
    expect(summaryOf({ before: asking([]), after: asking(["t"]) })).toEqual([
      "may replace scaleway_vpc_private_network.n vpc_id",
    ]);
  });

  test("one that waits for nothing answers as before", () => {
    expect(summaryOf({ before: read({}, []), after: read({ tags: ["t"] }, []) })).toEqual([]);
  });
});

describe("what a finding says", () => {
  const [finding] = findRecreations({ before: platform(), after: platform({ cluster: { cni: "calico" } }) });

  test("rule, severity, and values in Terraform's notation", () => {
    expect(finding).toMatchObject({
      rule: "immutable-attribute",
      severity: "error",
      before: '"cilium"',
      after: '"calico"',
    });
  });

  test("the construct path, where the configuration carries one", () => {
    const path = { "//": { metadata: { path: "stack/cluster/Resource", uniqueId: "c" } } };
    const findings = findRecreations({ before: platform(), after: platform({ cluster: { cni: "calico", ...path } }) });
    expect(findings[0]?.path).toBe("stack/cluster/Resource");
    expect(finding).not.toHaveProperty("path");
  });

  test("never a secret", () => {
    const database = { name: "d", engine: "PostgreSQL-15", node_type: "DB-DEV-S", user_name: "u" };
    const version = (data: string) => ({
      scaleway_rdb_instance: { it: { ...database, password: data } },
      scaleway_secret_version: { it: { secret_id: "fr-par/1", data } },
      scaleway_registry_namespace: { it: { name: "n-${scaleway_rdb_instance.it.password}" } },
    });
    const findings = findRecreations({
      before: configuration(version("hunter2")),
      after: configuration(version("hunter3")),
    });
    expect(findings.map(({ address }) => address)).toEqual([
      "scaleway_registry_namespace.it",
      "scaleway_secret_version.it",
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/hunter/);
  });

  test("it is plain data", () => {
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
  });
});

describe("a state", () => {
  const before = { name: "c", version: "1", cni: "cilium" };
  const after = { ...before, cni: "calico" };

  test("what it does not hold does not exist", () => {
    const empty = { version: 4, resources: [] };
    expect(
      summaryOf({
        before: configuration({ scaleway_k8s_cluster: { it: before } }),
        after: configuration({ scaleway_k8s_cluster: { it: after } }),
        state: empty,
      }),
    ).toEqual([]);
  });

  test("the output of `terraform show -json` says the same as the file", () => {
    const values = { ...before, id: "fr-par/1" };
    const resource = {
      address: "scaleway_k8s_cluster.it",
      mode: "managed",
      type: "scaleway_k8s_cluster",
      name: "it",
      values,
    };
    const shown = { format_version: "1.0", values: { root_module: { resources: [resource] } } };
    const input = {
      before: configuration({ scaleway_k8s_cluster: { it: before } }),
      after: configuration({ scaleway_k8s_cluster: { it: after } }),
    };
    expect(summaryOf({ ...input, state: shown })).toEqual(
      summaryOf({ ...input, state: state({ "scaleway_k8s_cluster.it": values }) }),
    );
    expect(summaryOf({ ...input, state: shown })).toHaveLength(1);
  });
});

describe("the key of a map inside a dynamic block", () => {
  const route = (headers: JsonObject, name: string) =>
    configuration(
      {
        scaleway_iot_route: {
          r: { hub_id: "h", topic: "t", dynamic: { rest: { for_each: [1], content: { verb: "get", headers } } } },
        },
      },
      { locals: { name, other: "A" } },
    );
  const before = route({ "${local.name}": "v" }, "A");

  test("is what it is evaluated to, so that another one replaces the resource", () => {
    const found = findRecreations({ before, after: route({ "${local.name}": "v" }, "B") });
    expect(found).toMatchObject([
      { certainty: "will", action: "replace", address: "scaleway_iot_route.r", attribute: "rest[0].headers" },
    ]);
  });

  test("is the same where another expression comes to it", () => {
    expect(findRecreations({ before, after: route({ "${local.other}": "v" }, "B") })).toEqual([]);
    expect(findRecreations({ before, after: route({ A: "v" }, "B") })).toEqual([]);
  });
});
