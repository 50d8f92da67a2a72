import { Secret as SecretResource } from "@cdktf/provider-scaleway/lib/secret";
import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";

import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { StateBucket } from "../../lib/state/state-bucket";
import { Tags } from "../../lib/tags/tags";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import {
  expectInvalid,
  newApp,
  newCluster,
  newStack,
  resource,
  stringToken,
  synthesize,
  untyped,
} from "../support/stack";

describe("Tags", () => {
  test("tag everything that takes tags, L1 included, and change no nodes", () => {
    const stack = newStack();
    Tags.of(stack).add("team", "platform").add("billed");
    newCluster(stack, { tags: ["own"] }).addPool("workers", { nodeType: "DEV1-M", size: 1 });
    new SecretResource(stack, "secret", { name: "s" });
    const tags = ["team=platform", "billed"];
    expect(resource(stack, "scaleway_k8s_cluster").tags).toEqual(["own", ...tags]);
    for (const type of ["scaleway_vpc_private_network", "scaleway_instance_security_group", "scaleway_secret"])
      expect(resource(stack, type).tags).toEqual(tags);
    expect(resource(stack, "scaleway_k8s_pool")).not.toHaveProperty("tags");
  });

  test("tag nodes where that is meant", () => {
    const stack = newStack();
    newCluster(stack).addPool("workers", { nodeType: "DEV1-M", size: 1, tags: ["own"] });
    Tags.of(stack).add("team", "platform", { includeNodes: true });
    expect(resource(stack, "scaleway_k8s_pool").tags).toEqual(["own", "team=platform"]);
  });

  test("leave alone what takes none", () => {
    const stack = newStack();
    Tags.of(stack).add("team", "platform");
    const cluster = KapsuleCluster.fromClusterId(stack, "cluster", "fr-par/1");
    expect(cluster.kubeconfig.host).toBeDefined();
    new TerraformVariable(stack, "variable", {});
    expect(JSON.stringify(synthesize(stack))).not.toContain("team");
  });

  test("are entries of a map where a resource takes one", () => {
    const stack = newStack();
    Tags.of(stack).add("team", "platform").add("billed").add("own", "scope");
    new StateBucket(stack, "states", { name: "acme-states", tags: { own: "resource" } });
    expect(resource(stack, "scaleway_object_bucket").tags).toEqual({ own: "resource", team: "platform", billed: "" });
  });

  test("of a nearer scope replace those of a wider one, and none of the resource itself", () => {
    const stack = newStack();
    const near = new Construct(stack, "near");
    Tags.of(near).add("team", "data");
    Tags.of(stack).add("team", "platform");
    new PrivateNetwork(near, "a", { name: "a" });
    expect(resource(stack, "scaleway_vpc_private_network").tags).toEqual(["team=data"]);
    const other = newStack();
    Tags.of(other).add("team", "platform");
    new PrivateNetwork(other, "b", { tags: ["team=own", "teams"] });
    expect(resource(other, "scaleway_vpc_private_network").tags).toEqual(["team=own", "teams"]);
  });

  test("are the same at a second synth", () => {
    const stack = newStack();
    Tags.of(stack).add("team", "platform");
    new PrivateNetwork(stack, "network");
    expect(synthesize(stack)).toEqual(synthesize(stack));
  });

  test.each([
    ["key", ["", "platform"]],
    ["key", ["team=a", "b"]],
    ["key", [5]],
    ["value", ["team", ""]],
  ])("refuse a bad %s in %j", (property, args) => {
    const stack = newStack();
    expectInvalid(() => Tags.of(stack).add(...untyped<[string, string]>(args)), {
      path: "stack",
      property,
      requirement: "not empty",
      suggestion: 'Tags.of(stack).add("team", "platform")',
    });
  });

  test("refuse what only Terraform knows, since a nearer tag could not be told from it", () => {
    const stack = newStack();
    expect(() => Tags.of(stack).add("team", stringToken(stack))).toThrow("be known at synth");
  });

  test("refuse an app, of which CDKTF would run nothing in its stacks", () => {
    expect(() => Tags.of(newApp()).add("team", "platform")).toThrow("be a stack, or in one");
  });
});
