import { Cidr } from "../../lib/access/cidr";
import { newStack } from "../support/stack";

const cidr = (text: string) => Cidr.parse(newStack(), "subnet", text);

describe("Cidr", () => {
  test.each([
    ["10.0.0.0/22", "10.0.0.0/24", true],
    ["10.0.0.0/24", "10.0.0.0/22", true],
    ["10.0.0.0/24", "10.0.1.0/24", false],
    ["0.0.0.0/0", "192.168.0.0/16", true],
    ["192.168.0.0/17", "192.168.128.0/17", false],
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
    ["10.32.15.255", true],
    ["10.32.0.010", false],
    ["10.31.255.255", false],
    ["10.32.16.1", false],
    ["fd00::1", false],
    ["ten", false],
  ])("10.32.0.0/20 contains the address %s: %p", (address, expected) => {
    expect(cidr("10.32.0.0/20").containsAddress(address)).toBe(expected);
  });

  test.each(["0.0.0.0/0", "255.255.255.255/32", "128.0.0.0/1", "192.168.254.0/23", "223.255.255.252/30"])(
    "reads %s",
    (text) => {
      expect(cidr(text).toString()).toBe(text);
    },
  );

  test.each([
    ["10.0.0.0", 'The mask is missing. Did you mean "10.0.0.0/32"?'],
    ["10.0.0.0/33", "The mask is a number from 0 to 32"],
    ["10.0.0.0/08", 'Write the mask as "/8"'],
    ["10.0.0.0/", "The mask is a number from 0 to 32"],
    ["10.0.0.0/8/8", "The mask is a number from 0 to 32"],
    ["10.0.0.0/-1", "The mask is a number from 0 to 32"],
    ["256.0.0.0/8", "Write, for example"],
    ["010.0.0.0/8", "Write, for example"],
    ["0x0a.0.0.0/8", "Write, for example"],
    ["10.0/16", "Write, for example"],
    ["10.0.0.0.0/8", "Write, for example"],
    ["fd00::/8", "Write, for example"],
    ["", "Write, for example"],
    ["10.0.0.1/8", 'Did you mean "10.0.0.0/8"?'],
    ["255.255.255.255/31", 'Did you mean "255.255.255.254/31"?'],
    ["192.168.1.0/0", 'Did you mean "0.0.0.0/0"?'],
  ])("refuses %p", (text, suggestion) => {
    expect(() => cidr(text)).toThrow(suggestion);
  });

  test("prints as it is written", () => {
    expect(cidr("10.0.0.0/22").toString()).toBe("10.0.0.0/22");
  });
});
