import { Bastion } from "../../lib/access/bastion";
import { PublicGateway } from "../../lib/gateway/public-gateway";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { expectInvalid, newStack, resource, stringToken, untyped } from "../support/stack";

function attributes(bastion: Bastion) {
  const stack = newStack();
  new PublicGateway(stack, "gateway", { network: new PrivateNetwork(stack, "network"), bastion });
  return resource(stack, "scaleway_vpc_public_gateway");
}

test("lets in whom it names, on Scaleway's port", () => {
  expect(attributes(Bastion.from("203.0.113.0/24", "198.51.100.7/32"))).toMatchObject({
    bastion_enabled: true,
    allowed_ip_ranges: ["203.0.113.0/24", "198.51.100.7/32"],
  });
  expect(attributes(Bastion.from("203.0.113.0/24"))).not.toHaveProperty("bastion_port");
});

test("can listen on another port", () => {
  expect(attributes(Bastion.from("203.0.113.0/24").onPort(2222))).toMatchObject({ bastion_port: 2222 });
  expect(attributes(Bastion.from("203.0.113.0/24").onPort(61000))).toMatchObject({ bastion_port: 61000 });
});

test("is open to everybody only when asked for by name", () => {
  expect(attributes(Bastion.fromAnywhere())).toMatchObject({ allowed_ip_ranges: ["0.0.0.0/0"] });
});

test("takes addresses that only Terraform knows", () => {
  const stack = newStack();
  const bastion = Bastion.from(stringToken(stack));
  new PublicGateway(stack, "gateway", { network: new PrivateNetwork(stack, "network"), bastion });
  expect(resource(stack, "scaleway_vpc_public_gateway")).toMatchObject({ allowed_ip_ranges: ["${var.text}"] });
});

test.each([
  ["nobody", Bastion.from(), "bastion", "name somebody", "Bastion.fromAnywhere()"],
  ["the whole internet", Bastion.from("0.0.0.0/0"), "bastion", "be a part of the internet", "Bastion.fromAnywhere()"],
  ["no block", Bastion.from("office"), "bastion", "be an IPv4 block", "172.16.0.0/22"],
  ["a privileged port", Bastion.from("203.0.113.0/24").onPort(22), "bastion port", "from 1024 to 59999", "1024"],
  ["true", untyped<Bastion>(true), "bastion", "be a Bastion", 'Bastion.from("203.0.113.0/24")'],
])("refuses %s", (_what, bastion, property, requirement, suggestion) => {
  expectInvalid(() => attributes(bastion), { path: "stack/gateway", property, requirement, suggestion });
});
