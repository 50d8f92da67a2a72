import { isBucketName, isRegistryName } from "../../../lib/provider/facts/names";

test.each([
  ["acme-terraform-states", true],
  ["a.b.c", true],
  ["abc", true],
  ["192.168.0.1.x", true],
  ["192.168.0.1", false],
  ["a..b", false],
  ["ab", false],
  ["Acme", false],
  ["-abc", false],
  ["abc.", false],
  ["a".repeat(63), true],
  ["a".repeat(64), false],
])("a bucket may be named %s: %s", (name, is) => {
  expect(isBucketName(name)).toBe(is);
});

test.each([
  ["acme", true],
  ["acme-images", true],
  ["abc", false],
  ["a.bcd", false],
  ["acme-", false],
  ["a".repeat(54), true],
  ["a".repeat(55), false],
])("a registry may be named %s: %s", (name, is) => {
  expect(isRegistryName(name)).toBe(is);
});
