import { jsonReport } from "../../../lib/recreation/report/json";
import { finding, reportOf } from "./reports";

/** The finding of these tests with its values, not their notation. */
const asValues = { ...finding, before: "cilium", after: "calico" };

test.each<[string, unknown]>([
  ['"a \\"b\\""', 'a "b"'],
  ["null", null],
  ["true", true],
  ["-1.5", -1.5],
  ["scaleway_vpc.a.id", { shown: "scaleway_vpc.a.id" }],
  ["(known after apply)", { shown: "(known after apply)" }],
  ["[1, 2]", { shown: "[1, 2]" }],
])("%s is written as a value where it is one", (notation, value) => {
  const report = JSON.parse(jsonReport([reportOf({ open: [{ ...finding, before: notation }] })])) as {
    findings: object[];
  };
  expect(report.findings).toMatchObject([{ before: value }]);
});

test("a JSON report has a version, and what is blocking", () => {
  expect(JSON.parse(jsonReport([reportOf()]))).toEqual({
    version: 4,
    findings: [{ subject: "stack platform", ...asValues, blocking: true }],
    approved: [],
    problems: [],
    staleApprovals: [],
    baselines: [{ subject: "stack platform", baseline: "platform.json at 1a2b3c4d5e6f (HEAD)" }],
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
    version: 4,
    findings: [{ subject: "stack platform", ...asValues, certainty: "may", blocking: true }],
    approved: [{ subject: "stack b", finding: asValues, approval }],
    problems: [],
    staleApprovals: [{ subject: "stack b", ...approval }],
    baselines: [
      { subject: "stack platform", baseline: "platform.json at 1a2b3c4d5e6f (HEAD)" },
      { subject: "stack b", baseline: "a.json at 1a2b3c4d5e6f (HEAD)" },
    ],
    notes: [{ subject: "stack b", note: "n" }],
  });
});
