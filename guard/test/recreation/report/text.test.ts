import { textReport } from "../../../lib/recreation/report/text";
import type { Finding } from "../../../lib/recreation/rules/finding";
import { finding, reportOf } from "./reports";

test("a text report reads like a plan", () => {
  expect(textReport(reportOf())).toMatchInlineSnapshot(`
   "stack platform: compared with platform.json at 1a2b3c4d5e6f (HEAD).

     # scaleway_k8s_cluster.c must be replaced
       (construct platform/cluster/Resource)
   -/+ cni = "cilium" -> "calico"
       Set it back.
       To accept it, in the constructor of its stack: RecreationGuard.of(this).allowReplacement({ resource: "scaleway_k8s_cluster.c", attribute: "cni", from: "cilium", to: "calico", reason: "…" })
       rule immutable-attribute; kapsule-guard explain immutable-attribute

   stack platform: 1 blocking, 0 warnings, 0 approved, 0 stale approvals."
  `);
});

test("a text report has colours only when they are welcome", () => {
  const escape = String.fromCharCode(27);
  expect(textReport(reportOf(), { color: true })).toContain(escape);
  expect(textReport(reportOf())).not.toContain(escape);
});

test("a text report says the cause", () => {
  expect(textReport(reportOf({ open: [{ ...finding, cause: "scaleway_vpc.v" }] }))).toContain(
    "because of scaleway_vpc.v",
  );
});

test("a text report counts what may fail as blocking where it does", () => {
  const open: Finding[] = [{ ...finding, certainty: "may" }];
  expect(textReport(reportOf({ open }))).toContain("0 blocking, 1 warning");
  expect(textReport(reportOf({ open, onMay: "fail" }))).toContain("1 blocking, 0 warnings");
});

test("a text report names what was approved, what is stale and what else there is to know, and counts them", () => {
  const approval = { kind: "removal", address: finding.address, reason: "moved over" } as const;
  const report = reportOf({
    open: [],
    approved: [{ finding: { ...finding, action: "destroy" }, approval }],
    stale: [{ ...approval, address: "scaleway_vpc.gone" }],
    notes: ["module.m was not read."],
  });
  expect(textReport(report).split("\n\n")).toEqual([
    "stack platform: compared with platform.json at 1a2b3c4d5e6f (HEAD).",
    "  # scaleway_k8s_cluster.c will be destroyed, which was approved:\n" +
      "    removal of scaleway_k8s_cluster.c: moved over",
    "  ! this approval matches nothing any more, so remove it once its change is applied: " +
      "removal of scaleway_vpc.gone: moved over",
    "  module.m was not read.",
    "stack platform: 0 blocking, 0 warnings, 1 approved, 1 stale approvals.",
  ]);
});

test("a text report says what is lost, and offers no approval of what does not block", () => {
  const found: Finding = { ...finding, holds: "data", severity: "warning" };
  const text = textReport(reportOf({ open: [found] }));
  expect(text).toContain("Replacing it loses its data.");
  expect(text).not.toContain("To accept it");
  expect(textReport(reportOf())).toContain("To accept it");
});
