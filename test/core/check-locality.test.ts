import { checkLocality } from "../../lib/core/check-locality";
import { PublicGatewayIp } from "../../lib/gateway/public-gateway-ip";
import { PlatformChecks } from "../../lib/guard/platform-checks";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { newStack, synthesize, untyped } from "../support/stack";

test.each([
  ["a zone in another one", { zone: "fr-par-1" }, "fr-par-2/x", "fr-par-2"],
  ["a zone in another region", { zone: "fr-par-1" }, "nl-ams/x", "nl-ams"],
  ["a region in another one", { region: "fr-par" }, "nl-ams/x", "nl-ams"],
])("an id of %s is refused at synth", (_, own, id, other) => {
  const stack = newStack();
  checkLocality(new PrivateNetwork(stack, "network"), own, [{ property: "thing", to: id, kind: "zone" }]);
  expect(() => synthesize(stack)).toThrow(`[stack/network] thing is "${id}"; it must lie where`);
  expect(() => synthesize(stack)).toThrow(`but it lies in ${other}`);
});

test.each([
  ["of its region", { zone: "fr-par-1" }, "fr-par/x"],
  ["of a zone in its region", { region: "fr-par" }, "fr-par-2/x"],
  ["without a place", { zone: "fr-par-1" }, "x"],
  ["that is not given", { zone: "fr-par-1" }, undefined],
])("an id %s passes", (_, own, id) => {
  const stack = newStack();
  checkLocality(new PrivateNetwork(stack, "network"), own, [{ property: "thing", to: id, kind: "zone" }]);
  expect(() => synthesize(stack)).not.toThrow();
});

test("what suppresses other-locality lets it pass", () => {
  const stack = newStack();
  const address = new PublicGatewayIp(stack, "ip", { zone: untyped("fr-par-2") });
  checkLocality(new PrivateNetwork(stack, "network"), { zone: undefined }, [
    { property: "address", to: address, kind: "zone" },
  ]);
  expect(() => synthesize(stack)).toThrow("in fr-par-1, but it lies in fr-par-2");
  PlatformChecks.of(stack).suppress("other-locality", "a second provider is set by hand");
  expect(() => synthesize(stack)).not.toThrow();
});

test("a zone outside a region is told by the zones that there are", () => {
  const stack = newStack();
  const network = new PrivateNetwork(stack, "network", { region: "nl-ams" });
  checkLocality(network, { zone: "fr-par-1" }, [{ property: "network", to: network, kind: "region" }]);
  expect(() => synthesize(stack)).toThrow("Set zone, here or on the provider, to one of nl-ams-1, nl-ams-2, nl-ams-3.");
});
