import { bucketName, mysqlEncryption } from "../../guard/lib/checks/rules";
import { checkBy } from "../../lib/core/check-by";
import { PlatformChecks } from "../../lib/guard/platform-checks";
import { expectInvalid, newStack, stringToken } from "../support/stack";

const named = (value: unknown) => ({ name: { property: "bucketName", value } });

test("a construct refuses by a check of the platform, with the name of its own property", () => {
  expectInvalid(
    () => {
      checkBy(newStack(), bucketName, named("a..b"));
    },
    { path: "stack", property: "bucketName", value: '"a..b"', requirement: "be 3 to 63", suggestion: "[bucket-name]" },
  );
});

test("what the check lets pass, and what only Terraform knows, passes", () => {
  const stack = newStack();
  for (const value of ["acme-backups", stringToken(stack), undefined])
    expect(() => {
      checkBy(stack, bucketName, named(value));
    }).not.toThrow();
});

test("what suppresses the check on a construct around it lets it pass", () => {
  const stack = newStack();
  PlatformChecks.of(stack).suppress("bucket-name", "made before Scaleway refused it");
  expect(() => {
    checkBy(stack, bucketName, named("Acme"));
  }).not.toThrow();
  expect(() => {
    checkBy(stack, mysqlEncryption, {
      engine: { property: "engine", value: "MySQL-8" },
      encryption_at_rest: { property: "encryptionAtRest", value: true },
    });
  }).toThrow("be absent with MySQL");
});
