import { PrivateNetwork } from "../../lib/vpc/private-network";
import { Vpc } from "../../lib/vpc/vpc";
import { expectInvalid, newStack, resource, resources, stringToken, untyped } from "../support/stack";

describe("Vpc", () => {
  test("emits nothing that was not asked for, but protects the VPC", () => {
    const stack = newStack();
    new Vpc(stack, "vpc");
    expect(resource(stack, "scaleway_vpc")).toEqual({ lifecycle: { prevent_destroy: true } });
  });

  test("emits every property", () => {
    const stack = newStack();
    new Vpc(stack, "vpc", {
      name: "main",
      region: "fr-par",
      projectId: "11111111-1111-1111-1111-111111111111",
      tags: ["a"],
      enableRouting: true,
      enableCustomRoutesPropagation: true,
      enableTransitivity: false,
    });
    expect(resource(stack, "scaleway_vpc")).toEqual({
      name: "main",
      region: "fr-par",
      project_id: "11111111-1111-1111-1111-111111111111",
      tags: ["a"],
      enable_routing: true,
      enable_custom_routes_propagation: true,
      enable_transitivity: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  test("can be left without protection", () => {
    const stack = newStack();
    new Vpc(stack, "vpc", { removalPolicy: "destroy" });
    expect(resource(stack, "scaleway_vpc")).toEqual({});
  });

  test("an imported VPC makes no resource", () => {
    const stack = newStack();
    const vpc = Vpc.fromVpcId(stack, "vpc", "fr-par/22222222-2222-2222-2222-222222222222");
    new PrivateNetwork(stack, "network", { vpc });
    expect(resources(stack, "scaleway_vpc")).toEqual([]);
    expect(resource(stack, "scaleway_vpc_private_network")).toMatchObject({
      vpc_id: "fr-par/22222222-2222-2222-2222-222222222222",
    });
  });

  test.each([
    ["region", { region: "fr-lyo" }, '"fr-lyo"', "be one of fr-par, nl-ams, pl-waw, it-mil"],
    ["region", { region: "nl" }, '"nl"', "be one of"],
    ["name", { name: "" }, '""', "have 1 to 255 characters"],
    ["name", { name: "n".repeat(256) }, undefined, "have 1 to 255 characters"],
    ["removalPolicy", { removalPolicy: "retain" }, '"retain"', "be one of protect, destroy"],
    ["tags", { tags: null }, "null", "have a value or be absent"],
  ])("refuses %s in %j", (property, props, value, requirement) => {
    const stack = newStack();
    expectInvalid(() => new Vpc(stack, "vpc", untyped(props)), {
      path: "stack/vpc",
      property,
      value,
      requirement,
      suggestion: "",
    });
  });

  test("an imported VPC needs its id", () => {
    expectInvalid(() => Vpc.fromVpcId(newStack(), "vpc", untyped(undefined)), {
      path: "stack/vpc",
      property: "vpcId",
      value: "undefined",
      requirement: "be given",
      suggestion: "Add vpcId",
    });
  });

  test("tokens pass", () => {
    const stack = newStack();
    new Vpc(stack, "vpc", { name: stringToken(stack), region: untyped(stringToken(stack, "region")) });
    expect(resource(stack, "scaleway_vpc")).toMatchObject({ name: "${var.text}", region: "${var.region}" });
  });
});
