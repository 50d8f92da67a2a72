import { type Finding, subjectName } from "../rules";
import { isBlocking } from "./approval";
import { acceptanceOf, pasteOf, remedyOf } from "./language";
import { printableReport } from "./printable-report";
import { comparison, describeAcceptance, type Report, type ReportedProblem, verbOf } from "./report";

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
  const { subject, open, approved, problems = [] } = report;
  const blocking = open.filter((finding) => isBlocking(finding, report));
  const cases = [
    ...open.map((finding) => openCase(finding, blocking.includes(finding), report)),
    ...approved.map((accepted) =>
      testCase(accepted.finding, `<skipped message="${escape(describeAcceptance(accepted, report.language))}"/>`),
    ),
  ];
  const mistakes = problems.map(problemCase);
  const errors = problems.filter(({ level }) => level === "error").length;
  const nothing = '<testcase classname="kapsule-guard" name="nothing is lost"/>';
  return {
    name: subject,
    compared: comparison(report),
    cases: cases.length + mistakes.length > 0 ? [...cases, ...mistakes] : [nothing],
    failures: blocking.length + errors,
    skipped: approved.length,
  };
}

function problemCase({ id, level, message, location }: ReportedProblem): string {
  const place = location === undefined ? "" : ` file="${escape(location.file)}" line="${location.line}"`;
  const content =
    level === "error"
      ? `<failure type="${escape(id)}" message="${escape(message)}"/>`
      : `<system-out>${escape(message)}</system-out>`;
  return `<testcase classname="${escape(id)}" name="${escape(message)}"${place}>${content}</testcase>`;
}

function openCase(finding: Finding, blocks: boolean, report: Report): string {
  const accepted = acceptanceOf(finding, report);
  const advice = [
    remedyOf(finding, report),
    ...pasteOf(finding, report),
    ...(accepted === undefined ? [] : [`To accept it, ${accepted.place}: ${accepted.code}`]),
  ].join(" ");
  const message = escape(`${subjectName(finding)} ${verbOf(finding)}`);
  return testCase(
    finding,
    blocks
      ? `<failure type="${escape(finding.rule)}" message="${message}">${escape(advice)}</failure>`
      : `<system-out>${message}. ${escape(advice)}</system-out>`,
  );
}

function testCase(finding: Finding, content: string): string {
  const { rule, attribute, location } = finding;
  const subject = subjectName(finding);
  const name = attribute === undefined ? subject : `${subject} ${attribute}`;
  const place = location === undefined ? "" : ` file="${escape(location.file)}" line="${location.line}"`;
  return `<testcase classname="${escape(rule)}" name="${escape(name)}"${place}>${content}</testcase>`;
}

/** Text in XML. What XML cannot have at all is not in a report that is printable. */
function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
