import { join } from "node:path";

import { pathInRepository } from "kapsule-guard/base";
import { type Draft, ifReadable, packageVersion, readText, shown, writeFiles } from "kapsule-guard/files";
import {
  junitReport,
  largestLock,
  markdownReport,
  type Report,
  type ReportedProblem,
  sarifReport,
  together,
} from "kapsule-guard/recreation";

import type { Examination } from "./examination";

/** The folder into which a pipeline wants what was found, also where it stops the synth. */
const FOLDER = "KAPSULE_GUARD_REPORTS";

/** Writes what was found as Markdown, SARIF and JUnit, where `KAPSULE_GUARD_REPORTS` names a folder. */
export function writeReportFiles(examinations: readonly Examination[], others: readonly Report[] = []): void {
  const folder = process.env[FOLDER] ?? "";
  if (folder === "") return;
  const reports = [...examinations.map(reportOf), ...others];
  const draft = (name: string, text: string, begin: RegExp): Draft => ({
    file: join(folder, name),
    text: `${text}\n`,
    kind: "report of the guard",
    isReplaceable: (there) => begin.test(there),
  });
  writeFiles([
    draft("guard.md", together(reports).map(markdownReport).join("\n\n"), /^(?:### |\s*$)/),
    draft(
      "guard.sarif",
      sarifReport(reports, { version: packageVersion(), pathOf: pathInRepository }),
      /"kapsule-guard"|^\s*$/,
    ),
    draft("guard.junit.xml", junitReport(reports), /<testsuites?\b|^\s*$/),
  ]);
}

/** A report with its problems, beside the lock where no line of the program is known. */
function reportOf({ report, problems, guard: { lockFile, stack } }: Examination): Report {
  const file = shown(lockFile);
  const text = ifReadable(() => readText(lockFile, { largest: largestLock }));
  return {
    ...report,
    place: { file, ...(text === undefined ? {} : { text }) },
    problems: problems.map((message): ReportedProblem => ({
      id: "lock",
      address: stack.node.id,
      title: "A lock that cannot be used",
      level: "error",
      message,
      location: { file, line: 1 },
    })),
  };
}
