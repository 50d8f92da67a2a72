import type { Finding } from "../rules";
import { approvalLine, isBlocking } from "./approval";
import { printableReport } from "./printable-report";
import { comparison, describeAcceptance, type Report, verbOf } from "./report";

/**
 * Reports as JUnit's XML, which pipelines show as tests: each finding is a test case that failed where it blocks and is skipped
 * where it was approved. A report without findings is one that passed.
 */
export function junitReport(given: readonly Report[]): string {
  const reports = given.map(printableReport);
  const suites = reports.map(suiteOf);
  const total = (of: (suite: Suite) => number) => suites.reduce((sum, suite) => sum + of(suite), 0);
  const counts = `tests="${total(({ cases }) => cases.length)}" failures="${total(({ failures }) => failures)}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="kapsule-guard" ${counts}>`,
    ...suites.flatMap(({ name, compared, cases, failures, skipped }) => [
      `  <testsuite name="${escape(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">`,
      "    <properties>",
      `      <property name="compared" value="${escape(compared)}"/>`,
      "    </properties>",
      ...cases.map((each) => `    ${each}`),
      "  </testsuite>",
    ]),
    "</testsuites>",
  ].join("\n");
}

interface Suite {
  readonly name: string;
  /** What was compared with what. */
  readonly compared: string;
  readonly cases: readonly string[];
  readonly failures: number;
  readonly skipped: number;
}

function suiteOf(report: Report): Suite {
  const { subject, open, approved } = report;
  const blocking = open.filter((finding) => isBlocking(finding, report));
  const cases = [
    ...open.map((finding) => openCase(finding, blocking.includes(finding))),
    ...approved.map((accepted) =>
      testCase(accepted.finding, `<skipped message="${escape(describeAcceptance(accepted))}"/>`),
    ),
  ];
  const nothing = '<testcase classname="kapsule-guard" name="nothing is lost"/>';
  return {
    name: subject,
    compared: comparison(report),
    cases: cases.length > 0 ? cases : [nothing],
    failures: blocking.length,
    skipped: approved.length,
  };
}

function openCase(finding: Finding, blocks: boolean): string {
  const approval = blocks ? approvalLine(finding) : undefined;
  const advice = `${[finding.remedy, ...(finding.paste ?? [])].join(" ")}${approval === undefined ? "" : ` To accept it, in the constructor of its stack: ${approval}`}`;
  const message = escape(`${finding.address} ${verbOf(finding)}`);
  return testCase(
    finding,
    blocks
      ? `<failure type="${escape(finding.rule)}" message="${message}">${escape(advice)}</failure>`
      : `<system-out>${message}. ${escape(advice)}</system-out>`,
  );
}

function testCase({ rule, address, attribute }: Finding, content: string): string {
  const name = attribute === undefined ? address : `${address} ${attribute}`;
  return `<testcase classname="${escape(rule)}" name="${escape(name)}">${content}</testcase>`;
}

/** Text in XML. What XML cannot have at all is not in a report that is printable. */
function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
