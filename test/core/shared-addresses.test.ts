import { Vpc as VpcResource } from "@cdktf/provider-scaleway/lib/vpc";

import { PrivateNetwork } from "../../lib/vpc/private-network";
import { Vpc } from "../../lib/vpc/vpc";
import { newStack, synthesize } from "../support/stack";

describe("addresses of constructs", () => {
  test("two ids that synthesize to one address are an error", () => {
    const stack = newStack();
    new Vpc(stack, "vpc");
    new VpcResource(stack, "a.b");
    new VpcResource(stack, "ab");
    expect(() => synthesize(stack)).toThrow("stack/a.b and stack/ab synthesize to one address, scaleway_vpc.ab");
  });

  test("ids that differ in a letter, or resources of two types, are fine", () => {
    const stack = newStack();
    new VpcResource(stack, "ab");
    new VpcResource(stack, "abc");
    new Vpc(stack, "a.b");
    new PrivateNetwork(stack, "a_b");
    expect(() => synthesize(stack)).not.toThrow();
  });
});
