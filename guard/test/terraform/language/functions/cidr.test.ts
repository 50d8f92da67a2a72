import { EvaluationError } from "../../../../lib/terraform/language/errors";
import { networkFunctions } from "../../../../lib/terraform/language/functions/cidr";
import type { Value } from "../../../../lib/terraform/values/value";

const call =
  (name: string) =>
  (...args: Value[]): Value =>
    networkFunctions[name]?.(...args) ?? null;
const [cidrHost, cidrNetmask, cidrSubnet] = ["cidrhost", "cidrnetmask", "cidrsubnet"].map(call) as [
  ReturnType<typeof call>,
  ReturnType<typeof call>,
  ReturnType<typeof call>,
];

/** The examples of Terraform's documentation first. */
test.each([
  ["172.16.0.0/12", 4, 2, "172.18.0.0/16"],
  ["10.1.2.0/24", 4, 15, "10.1.2.240/28"],
  ["10.0.0.0/8", 0, 0, "10.0.0.0/8"],
  ["10.1.2.3/16", 8, 255, "10.1.255.0/24"],
  ["255.255.255.0/24", 8, 255, "255.255.255.255/32"],
  ["0.0.0.0/0", 32, 4294967295, "255.255.255.255/32"],
])("the subnet of %s with %i bits more and number %i is %s", (prefix, bits, number, expected) => {
  expect(cidrSubnet(prefix, bits, number)).toBe(expected);
});

test.each([
  ["10.12.112.0/20", 16, "10.12.112.16"],
  ["10.12.112.0/20", 268, "10.12.113.12"],
  ["10.12.112.0/20", -1, "10.12.127.255"],
  ["10.0.0.0/30", 3, "10.0.0.3"],
  ["10.0.0.0/30", -4, "10.0.0.0"],
  ["fd00::/64", 1, "fd00::1"],
])("host %s %i is %s", (prefix, host, expected) => {
  expect(cidrHost(prefix, host)).toBe(expected);
});

test.each([
  ["172.16.0.0/12", "255.240.0.0"],
  ["0.0.0.0/0", "0.0.0.0"],
  ["10.0.0.1/32", "255.255.255.255"],
])("the mask of %s is %s", (prefix, expected) => {
  expect(cidrNetmask(prefix)).toBe(expected);
});

test.each<[string, () => unknown]>([
  ["a subnet longer than an address", () => cidrSubnet("10.0.0.0/30", 3, 0)],
  ["a subnet beyond the last one", () => cidrSubnet("10.0.0.0/16", 2, 4)],
  ["a subnet of a part of a bit", () => cidrSubnet("10.0.0.0/16", 1.5, 0)],
  ["a host beyond the last one", () => cidrHost("10.0.0.0/30", 4)],
  ["a host before the first one", () => cidrHost("10.0.0.0/30", -5)],
  ["an address without a length", () => cidrNetmask("10.0.0.0")],
  ["a length beyond 32", () => cidrNetmask("10.0.0.0/33")],
  ["a part of an address beyond 255", () => cidrNetmask("10.0.0.256/8")],
  ["a netmask of IPv6, which some versions give", () => cidrNetmask("fd00::/64")],
])("%s has no value", (_, run) => {
  expect(run).toThrow(EvaluationError);
});
