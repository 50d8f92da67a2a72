import type { Log, Result } from "sarif";

import { sarifReport } from "../../../lib/recreation/report/sarif";
import { rules } from "../../../lib/recreation/rules/rules";
import { finding, reportOf } from "./reports";

const logOf = (...reports: Parameters<typeof sarifReport>[0]) =>
  JSON.parse(sarifReport(reports, { version: "1.2.3" })) as Log;
const resultsOf = (...reports: Parameters<typeof sarifReport>[0]): Result[] => logOf(...reports).runs[0]!.results!;

test("a log names the tool, its version and every rule, each with what to do", () => {
  const { version, $schema, runs } = logOf(reportOf());
  const { driver } = runs[0]!.tool;
  expect([version, driver.name, driver.version]).toEqual(["2.1.0", "kapsule-guard", "1.2.3"]);
  expect($schema).toContain("sarif-schema-2.1.0.json");
  expect(driver.rules!.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  expect(driver.rules!.every(({ help }) => help!.text.includes("kapsule-guard explain"))).toBe(true);
});

test("what blocks is an error, with what is lost and how to accept it; what does not is a warning", () => {
  const warning = { ...finding, severity: "warning" as const };
  const [blocking, other] = resultsOf(reportOf({ open: [finding, warning] }));
  expect([blocking!.level, other!.level]).toEqual(["error", "warning"]);
  expect(blocking!.message.text).toContain(`${finding.address} must be replaced.`);
  expect(blocking!.message.text).toContain(
    "To accept it, in the constructor of its stack: RecreationGuard.of(this).allowReplacement",
  );
  expect(other!.message.text).not.toContain("To accept it");
});

test("a result names its rule by id and by place", () => {
  const [result] = resultsOf(reportOf());
  expect(rules[result!.ruleIndex!]!.id).toBe(finding.rule);
  expect(result!.ruleId).toBe(finding.rule);
});

test("findings are shown at their line of the lock, or at the first", () => {
  const text = `{\n  "resources": {\n    "${finding.address}": {}\n  }\n}\n`;
  const placeOf = (report: ReturnType<typeof reportOf>) => resultsOf(report)[0]!.locations![0]!.physicalLocation!;
  expect(placeOf(reportOf({ place: { file: "./recreation-locks/a b.json", text } }))).toEqual({
    artifactLocation: { uri: "recreation-locks/a%20b.json" },
    region: { startLine: 3 },
  });
  expect(placeOf(reportOf({ place: { file: "lock.json" } })).region).toEqual({ startLine: 1 });
  expect(placeOf(reportOf()).artifactLocation!.uri).toBe("stack%20platform");
});

test("files have the paths that they have in the repository, wherever the command runs", () => {
  const located = { ...finding, location: { file: "main.tf", line: 3 } };
  const problem = {
    id: "C1",
    title: "t",
    level: "error",
    message: "m",
    address: "a.b",
    location: { file: "main.tf", line: 4 },
  } as const;
  const approval = { kind: "removal", address: finding.address, reason: "moved away" } as const;
  const report = reportOf({
    open: [located, finding],
    approved: [{ finding: located, approval }],
    problems: [problem],
    place: { file: "lock.json" },
  });
  const { runs } = JSON.parse(sarifReport([report], { version: "1", pathOf: (file) => `infra/${file}` })) as Log;
  const uris = runs[0]!.results!.map(({ locations }) => locations![0]!.physicalLocation!.artifactLocation!.uri);
  expect(uris).toEqual(["infra/main.tf", "infra/lock.json", "infra/main.tf", "infra/main.tf"]);
});

test("what was approved is suppressed, with its reason", () => {
  const approval = { kind: "removal", address: finding.address, reason: "moved away" } as const;
  const [result] = resultsOf(reportOf({ open: [], approved: [{ finding, approval }] }));
  expect(result!.suppressions).toEqual([{ kind: "inSource", justification: expect.stringContaining("moved away") }]);
});

test("one finding has one fingerprint wherever it is, and two findings have two", () => {
  const fingerprint = (report: ReturnType<typeof reportOf>) => resultsOf(report)[0]!.partialFingerprints!["finding/v1"];
  const place = { file: "x.json", text: `\n\n"${finding.address}"` };
  expect(fingerprint(reportOf({ place }))).toBe(fingerprint(reportOf()));
  expect(fingerprint(reportOf({ open: [{ ...finding, attribute: "pod_cidr" }] }))).not.toBe(fingerprint(reportOf()));
});

test("nothing found is a log without results", () => {
  expect(resultsOf(reportOf({ open: [] }))).toEqual([]);
});
