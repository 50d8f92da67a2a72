import { Vpc as VpcResource } from "@cdktf/provider-scaleway/lib/vpc";
import { Aspects } from "cdktf";

import type { JsonObject } from "../../guard/lib/terraform/values/json";
import { configurationOf } from "../../lib/testing/stack-configuration";
import { Vpc } from "../../lib/vpc/vpc";
import { newStack } from "../support/stack";

test("the configuration that is given stays as it is", () => {
  const given = { resource: { scaleway_vpc: { v: { name: "v" } } } };
  const copy = configurationOf(given);
  expect(copy).toEqual(given);
  expect(copy.resource).not.toBe(given.resource);
  expect(configurationOf(newStack())).toHaveProperty("terraform");
  expect(() => configurationOf([])).toThrow("Expected a stack, or a parsed");
});

test("a stack has its aspects and its validations, and keeps construct paths", () => {
  const stack = newStack();
  new Vpc(stack, "vpc", { name: "v" });
  Aspects.of(stack).add({
    visit: (node) => {
      if (node instanceof VpcResource) node.tags = ["by-aspect"];
    },
  });
  const [vpc] = Object.values(configurationOf(stack).resource as Record<string, Record<string, JsonObject>>);
  expect(Object.values(vpc!)[0]).toMatchObject({
    tags: ["by-aspect"],
    "//": { metadata: { path: "stack/vpc/Resource" } },
  });
  stack.node.addValidation({ validate: () => ["not like this"] });
  expect(() => configurationOf(stack)).toThrow("not like this");
});
