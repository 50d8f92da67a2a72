import { jsonReport } from "../../../lib/recreation/report";
import { finding, reportOf } from "./reports";

test("a JSON report has a version, and what is blocking", () => {
  expect(JSON.parse(jsonReport([reportOf()]))).toEqual({
    version: 2,
    findings: [{ subject: "stack platform", ...finding, blocking: true }],
    approved: [],
    staleApprovals: [],
    baselines: [],
    notes: [],
  });
});

test("a JSON report is one document of several reports, each part with what it is about", () => {
  const approval = { kind: "removal", address: finding.address, reason: "r" } as const;
  const other = reportOf({
    subject: "stack b",
    open: [],
    approved: [{ finding, approval }],
    stale: [approval],
    notes: ["n"],
    baseline: "a.json at 1a2b3c4d5e6f (HEAD)",
  });
  expect(
    JSON.parse(jsonReport([reportOf({ onMay: "fail", open: [{ ...finding, certainty: "may" }] }), other])),
  ).toEqual({
    version: 2,
    findings: [{ subject: "stack platform", ...finding, certainty: "may", blocking: true }],
    approved: [{ subject: "stack b", finding, approval }],
    staleApprovals: [{ subject: "stack b", ...approval }],
    baselines: [{ subject: "stack b", baseline: "a.json at 1a2b3c4d5e6f (HEAD)" }],
    notes: [{ subject: "stack b", note: "n" }],
  });
});
