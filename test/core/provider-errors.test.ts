import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack } from "cdktf";

import { PrivateNetwork } from "../../lib/vpc/private-network";
import { newApp, newStack, stringToken, synthesize } from "../support/stack";

const id = "11111111-2222-3333-4444-555555555555";

function stackWith(provider: object): TerraformStack {
  const stack = new TerraformStack(newApp(), "stack");
  new ScalewayProvider(stack, "scaleway", provider);
  new PrivateNetwork(stack, "network");
  return stack;
}

test.each([
  [{ zone: "fr-par-9" }, 'zone is "fr-par-9"; it must be one of fr-par-1'],
  [{ region: "fr-par-1" }, 'region is "fr-par-1"; it must be one of fr-par'],
  [{ projectId: "platform" }, 'projectId is "platform"; it must be a UUID'],
  [{ organizationId: "acme" }, 'organizationId is "acme"; it must be a UUID'],
])("a provider with %j is refused at synth", (provider, message) => {
  expect(() => synthesize(stackWith(provider))).toThrow(`stack/scaleway: ${message}`);
});

test("a provider with an alias is looked at, too", () => {
  const stack = newStack();
  new PrivateNetwork(stack, "network");
  new ScalewayProvider(stack, "ams", { alias: "ams", zone: "nl-ams-4" });
  expect(() => synthesize(stack)).toThrow('stack/ams: zone is "nl-ams-4"');
});

test.each([
  [{}],
  [{ region: "nl-ams", zone: "fr-par-1" }],
  [{ region: "fr-par", zone: "fr-par-2", projectId: id, organizationId: id.toUpperCase() }],
])("a provider with %j is fine", (provider) => {
  expect(() => synthesize(stackWith(provider))).not.toThrow();
});

test("settings that are known only when Terraform runs pass", () => {
  const stack = new TerraformStack(newApp(), "stack");
  const text = stringToken(stack);
  new ScalewayProvider(stack, "scaleway", { region: text, zone: text, projectId: text });
  new PrivateNetwork(stack, "network");
  expect(() => synthesize(stack)).not.toThrow();
});
