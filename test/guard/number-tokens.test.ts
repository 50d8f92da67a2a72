import { InstancePlacementGroup } from "@cdktf/provider-scaleway/lib/instance-placement-group";
import { VpcPrivateNetwork } from "@cdktf/provider-scaleway/lib/vpc-private-network";
import { Fn, Op, TerraformVariable, Token } from "cdktf";

import { InvalidConfigurationError } from "../../lib/guard/invalid-configuration-error";
import { numberTokensIn } from "../../lib/guard/number-tokens";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { guardedProject } from "./support";

const { synth, stopped } = guardedProject();

const withName = (name: (number: number) => string) => () => {
  synth({}, (_guard, stack) => {
    const variable = new TerraformVariable(stack, "count", { type: "number", default: 3 });
    new InstancePlacementGroup(stack, "group", { name: name(variable.numberValue) });
  });
};

test.each([
  ["a hyphen before it", (number: number) => `group-${number}`],
  ["a dot before it", (number: number) => `group.${number}`],
  ["a digit before it", (number: number) => `group1${number}`],
])("a number of Terraform's in a text with %s is an error with its place and what to write", (_, name) => {
  const message = stopped(withName(name), InvalidConfigurationError);
  expect(message).toContain("platform/group (resource.scaleway_instance_placement_group.group.name) is");
  expect(message).toContain("Token.asString(number)");
});

test.each([
  ["by format", (number: number) => Fn.format("group-%d", [number])],
  ["as a text", (number: number) => `group-${Token.asString(number)}`],
  ["after Op.add", (number: number) => `group-${Token.asString(Op.add(number, 1))}`],
  ["beside nothing that hides it", (number: number) => `group_${number}`],
])("%s it is none", (_, name) => {
  expect(withName(name)).not.toThrow();
});

test.each([
  ["a hyphen", (number: number) => `${number}-group`, '"-"'],
  ["a dot", (number: number) => `${number}.group`, '"."'],
  ["a digit", (number: number) => `${number}1`, '"1"'],
])("%s after it, which CDKTF leaves out, is an error, too", (_, name, lost) => {
  const message = stopped(withName(name), InvalidConfigurationError);
  expect(message).toContain(
    `platform/group (name): a number that is known only when Terraform runs is followed by ${lost}`,
  );
});

test("so it is in a list and in a block, and not after a letter", () => {
  const withTag = (tag: (number: number) => string) => () => {
    synth({}, (_guard, stack) => {
      const { numberValue } = new TerraformVariable(stack, "count", { type: "number", default: 3 });
      new VpcPrivateNetwork(stack, "net", { name: "n", tags: ["a", tag(numberValue)] });
    });
  };
  expect(
    stopped(
      withTag((number) => `${number}-a`),
      InvalidConfigurationError,
    ),
  ).toContain("platform/net (tags)");
  expect(withTag((number) => `${number}_a`)).not.toThrow();
  expect(
    stopped(() => {
      synth({}, (_guard, stack) => {
        const { numberValue } = new TerraformVariable(stack, "count", { type: "number", default: 3 });
        new VpcPrivateNetwork(stack, "net", { name: "n", ipv4Subnet: { subnet: `10.0.${numberValue}.0/24` } });
      });
    }, InvalidConfigurationError),
  ).toContain("platform/net");
});

test("the same is so of constructs, and of a number that is reckoned with", () => {
  const message = stopped(() => {
    synth({}, (_guard, stack) => {
      const number = new TerraformVariable(stack, "count", { type: "number", default: 3 }).numberValue;
      new PrivateNetwork(stack, "other", { name: `other-${number}` });
    });
  }, InvalidConfigurationError);
  expect(message).toContain("platform/other/Resource (resource.scaleway_vpc_private_network");
  expect(numberTokensIn({ resource: { a: { b: { size: -8.109562212591379e298 } } } })).toHaveLength(1);
});

test.each(["1e21", "version 2.81.0", "-1", "2e+28", "a-8.5e+3"])("%s is a text like any other", (name) => {
  expect(numberTokensIn({ resource: { a: { b: { name } } } })).toEqual([]);
});
