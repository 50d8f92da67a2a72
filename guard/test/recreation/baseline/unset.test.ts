import type { Attribute } from "../../../lib/provider/behaviour/behaviour";
import { newestRelease } from "../../../lib/provider/releases/provider-release";
import { unsetInConfiguration, withComputedLeaves } from "../../../lib/recreation/baseline/unset";
import type { AttributePath } from "../../../lib/terraform/addresses";
import { literal } from "../../../lib/terraform/values/json";
import { Marked, OpaqueValue, type Value } from "../../../lib/terraform/values/value";
import { at, pathTo } from "../../terraform/addresses/at";

const unset = (type: string, name: string, inherited?: ReadonlyMap<string, string>): Value =>
  unsetInConfiguration(at(`${type}.a`), inherited, newestRelease.behaviourOf(type).attribute(name), pathTo(name));

describe("what a configuration leaves out", () => {
  test("is its default, where it has one", () => {
    expect(unset("scaleway_k8s_pool", "container_runtime")).toBe("containerd");
    expect(unset("scaleway_k8s_pool", "autoscaling")).toBe(false);
  });

  test("is what the provider chose, where it may", () => {
    const address = "scaleway_k8s_cluster.a.pod_cidr";
    expect(unset("scaleway_k8s_cluster", "pod_cidr")).toEqual(new OpaqueValue(address, { origin: "provider-chosen" }));
  });

  test("is nothing, where the provider adds nothing", () => {
    expect(unset("scaleway_k8s_cluster", "cni")).toBeNull();
  });

  test("may be anything, where the table does not have it", () => {
    expect(unset("scaleway_k8s_cluster", "invented")).toMatchObject({ origin: "not-in-table" });
  });

  test("is what the provider block passes on, although only the provider has it", () => {
    const inherited = new Map([["region", "fr-par"]]);
    expect(unset("scaleway_vpc", "region", inherited)).toMatchObject({ options: { inherited: "fr-par" } });
    expect(unset("scaleway_vpc", "name", inherited)).not.toMatchObject({ options: { inherited: expect.anything() } });
  });

  test("is an identity, where it is the id", () => {
    expect(unset("scaleway_vpc", "id")).toMatchObject({
      origin: "reference-or-literal",
      options: { identity: "scaleway_vpc.a" },
    });
  });

  test("is made up, where the provider does so at each plan", () => {
    expect(unset("scaleway_k8s_pool", "name")).toBeInstanceOf(OpaqueValue);
    expect(unset("scaleway_registry_namespace", "name")).toBeNull();
  });
});

describe("withComputedLeaves", () => {
  const byPath = (attribute: Attribute, path: AttributePath): Value =>
    attribute.computed === true ? path.toString() : null;
  const leaves = (type: string, name: string, value: Value) => {
    const attribute = newestRelease.behaviourOf(type).attribute(name);
    return withComputedLeaves(value, attribute, pathTo(name), byPath);
  };

  test("adds what the provider computes in a block that is written, at its path", () => {
    const [found] = leaves(
      "scaleway_inference_deployment",
      "private_endpoint",
      literal([{ id: "written" }]),
    ) as Value[];
    expect(found).toEqual(
      literal({ disable_auth: null, id: "written", private_network_id: null, url: "private_endpoint[0].url" }),
    );
  });

  test("counts the blocks of a list, and not those of a set", () => {
    const urls = leaves("scaleway_inference_deployment", "private_endpoint", literal([{}, {}]));
    expect(JSON.stringify((urls as Map<string, Value>[]).map((block) => block.get("url")))).toBe(
      '["private_endpoint[0].url","private_endpoint[1].url"]',
    );
    const [acl] = leaves("scaleway_redis_cluster", "acl", literal([{ ip: "1.2.3.4/32" }])) as Map<string, Value>[];
    expect(acl?.get("id")).toBe("acl.id");
  });

  test("leaves a value that has nothing inside, and keeps marks", () => {
    expect(leaves("scaleway_vpc", "name", "v")).toBe("v");
    expect(leaves("scaleway_k8s_pool", "labels", literal({ a: "b" }))).toEqual(literal({ a: "b" }));
    const marked = new Marked([new Map<string, Value>()], { fromVariableDefault: "v" });
    expect(leaves("scaleway_redis_cluster", "acl", marked)).toMatchObject({ marks: { fromVariableDefault: "v" } });
  });
});
