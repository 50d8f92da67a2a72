import { Cidr } from "../../lib/network/cidr";
import { newStack } from "../support/stack";

const cidr = (text: string) => Cidr.parse(newStack(), "subnet", text);

describe("Cidr", () => {
  test.each([
    ["10.0.0.0/22", "10.0.0.0/24", true],
    ["10.0.0.0/24", "10.0.0.0/22", true],
    ["10.0.0.0/24", "10.0.1.0/24", false],
    ["0.0.0.0/0", "192.168.0.0/16", true],
    ["10.32.0.0/20", "10.32.16.0/20", false],
  ])("%s and %s overlap: %p", (a, b, expected) => {
    expect(cidr(a).overlaps(cidr(b))).toBe(expected);
    expect(cidr(b).overlaps(cidr(a))).toBe(expected);
  });

  test.each([
    ["10.0.0.0/8", "10.1.0.0/16", true],
    ["10.1.0.0/16", "10.0.0.0/8", false],
    ["10.0.0.0/8", "10.0.0.0/8", true],
    ["10.0.0.0/8", "11.0.0.0/8", false],
  ])("%s contains %s: %p", (a, b, expected) => {
    expect(cidr(a).contains(cidr(b))).toBe(expected);
  });

  test.each([
    ["10.32.0.10", true],
    ["10.32.16.1", false],
    ["fd00::1", false],
    ["ten", false],
  ])("10.32.0.0/20 contains the address %s: %p", (address, expected) => {
    expect(cidr("10.32.0.0/20").containsAddress(address)).toBe(expected);
  });

  test("prints as it is written", () => {
    expect(cidr("10.0.0.0/22").toString()).toBe("10.0.0.0/22");
  });
});
