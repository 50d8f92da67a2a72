import { XMLParser, XMLValidator } from "fast-xml-parser";

import { junitReport } from "../../../lib/recreation/report/junit";
import { finding, reportOf } from "./reports";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  processEntities: true,
  htmlEntities: true,
});

function parsed(...reports: Parameters<typeof junitReport>[0]) {
  const xml = junitReport(reports);
  expect(XMLValidator.validate(xml)).toBe(true);
  return (parser.parse(xml) as { testsuites: Record<string, unknown> }).testsuites;
}

test("what blocks is a test that failed, with what to do", () => {
  expect(parsed(reportOf())).toMatchObject({
    name: "kapsule-guard",
    tests: "1",
    failures: "1",
    testsuite: {
      name: "stack platform",
      testcase: {
        classname: finding.rule,
        name: `${finding.address} ${finding.attribute}`,
        failure: {
          type: finding.rule,
          message: `${finding.address} must be replaced`,
          "#text": expect.stringContaining(
            "To accept it, in the constructor of its stack: RecreationGuard.of(this).allowReplacement",
          ),
        },
      },
    },
  });
});

test("what does not block passed, and says what it is", () => {
  const suites = parsed(reportOf({ open: [{ ...finding, severity: "warning" }] }));
  expect(suites).toMatchObject({ failures: "0", testsuite: { testcase: { "system-out": expect.any(String) } } });
});

test("what was approved is skipped, with its reason", () => {
  const approval = { kind: "removal", address: finding.address, reason: "moved away" } as const;
  expect(parsed(reportOf({ open: [], approved: [{ finding, approval }] }))).toMatchObject({
    testsuite: { skipped: "1", testcase: { skipped: { message: expect.stringContaining("moved away") } } },
  });
});

test("nothing found is a test that passed, and each report is a suite", () => {
  const { tests, failures, testsuite } = parsed(reportOf({ open: [] }), reportOf({ subject: "stack b" }));
  expect([tests, failures]).toEqual(["2", "1"]);
  expect(testsuite).toMatchObject([{ testcase: { name: "nothing is lost" } }, { name: "stack b" }]);
});

test("what XML cannot have is escaped or shown by its number", () => {
  const odd = "<&>\"'\u0000\u001b\n]]>";
  const { testsuite } = parsed(reportOf({ subject: odd, open: [{ ...finding, remedy: odd }] }));
  expect((testsuite as { name: string }).name).toBe("<&>\"'\\u0000\\u001b\\n]]>");
});
