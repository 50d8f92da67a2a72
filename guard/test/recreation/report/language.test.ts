import { acceptanceOf, pasteOf, remedyOf } from "../../../lib/recreation/report/language";
import type { Finding } from "../../../lib/recreation/rules/finding";

const finding: Finding = {
  rule: "immutable-attribute",
  severity: "error",
  certainty: "will",
  action: "replace",
  address: 'scaleway_k8s_cluster.c["a"]',
  attribute: "cni",
  before: '"a ${b}"',
  after: "scaleway_vpc.v.id",
  remedy: "If it is the same, say so in the constructor of the stack.",
  paste: ["construct"],
  hcl: ["block"],
};

test("constructs get lines for a constructor, and HCL blocks for its files", () => {
  expect([pasteOf(finding, {}), pasteOf(finding, { language: "hcl" })]).toEqual([["construct"], ["block"]]);
  expect(remedyOf(finding, {})).toBe(finding.remedy);
  expect(remedyOf(finding, { language: "hcl" })).toBe("If it is the same, say so in the configuration.");
  expect(acceptanceOf(finding, {})).toMatchObject({ place: "in the constructor of its stack" });
});

test("a block names the address, and escapes what would begin a template", () => {
  expect(acceptanceOf(finding, { language: "hcl" })).toEqual({
    place: "in kapsule-guard.hcl",
    code: [
      String.raw`allow_replacement "scaleway_k8s_cluster.c[\"a\"]" {`,
      '  attribute = "cni"',
      '  from      = "a $${b}"',
      '  to        = "scaleway_vpc.v.id"',
      '  reason    = "…"',
      "}",
    ].join("\n"),
  });
});

test.each([
  [{ action: "destroy", attribute: undefined }, "allow_removal"],
  [{ action: "open" }, "allow_opening"],
] as const)("%j is accepted by %s", (change, name) => {
  const changed = { ...finding, ...change } as Finding;
  expect(acceptanceOf(changed, { language: "hcl" })?.code).toMatch(new RegExp(`^${name} "`));
});

test.each([{ severity: "warning" }, { certainty: "may" }, { action: "unprotect" }] as const)(
  "what does not block takes no acceptance: %j",
  (change) => {
    expect(acceptanceOf({ ...finding, ...change }, { language: "hcl" })).toBeUndefined();
  },
);

test("what is said of other stacks and of names in code is said as HCL has it", () => {
  const remedy =
    "Write log_level = 2 (logLevel: 2 in code). Where another stack has it from now on, say importId there, and password: false of a " +
    "database: without them, that stack makes an empty one.";
  expect(remedyOf({ ...finding, remedy }, { language: "hcl" })).toBe(
    "Write log_level = 2. Where another root has it from now on, import it there: without an import block, that one makes an empty one.",
  );
});
