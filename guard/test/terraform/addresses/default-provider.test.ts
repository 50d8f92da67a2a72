import { defaultProviderOf } from "../../../lib/terraform/addresses";

test("a type has the provider of its first word", () => {
  expect(defaultProviderOf("scaleway_vpc_private_network")).toBe("scaleway");
  expect(defaultProviderOf("external")).toBe("external");
});
