import { join } from "node:path";

import { AssetType, TerraformAsset, TerraformOutput } from "cdktf";

import { synthesize } from "../../lib/testing/synthesize";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { newStack } from "../support/stack";

test("what drifts without an edit is left out, and keys are sorted", () => {
  const stack = newStack();
  new PrivateNetwork(stack, "network", { name: "n" });
  const configuration = synthesize(stack);
  expect(configuration.terraform).toEqual({ required_providers: { scaleway: { source: "scaleway/scaleway" } } });
  expect(JSON.stringify(configuration)).not.toContain('"//"');
  expect(Object.keys(configuration)).toEqual(["provider", "resource", "terraform"]);
});

test("the same stack gives the same text", () => {
  const [one, other] = ["a", "b"].map(() => {
    const stack = newStack();
    new PrivateNetwork(stack, "network", { name: "n" });
    return JSON.stringify(synthesize(stack));
  });
  expect(one).toBe(other);
});

test("an asset keeps its name and loses its digest", () => {
  const stack = newStack();
  const asset = new TerraformAsset(stack, "file", {
    path: join(__dirname, "synthesize.test.ts"),
    type: AssetType.FILE,
  });
  new TerraformOutput(stack, "path", { value: asset.path });
  expect(synthesize(stack)).toMatchObject({
    output: { path: { value: expect.stringMatching(/^assets\/\w+\/<digest>\//) } },
  });
});

test("a backend that the stack names is kept", () => {
  const stack = newStack();
  stack.addOverride("terraform.backend", { s3: { bucket: "states" } });
  expect(synthesize(stack)).toMatchObject({ terraform: { backend: { s3: { bucket: "states" } } } });
});

test("validations of the stack speak up", () => {
  const stack = newStack();
  stack.node.addValidation({ validate: () => ["not like this"] });
  expect(() => synthesize(stack)).toThrow("not like this");
});
