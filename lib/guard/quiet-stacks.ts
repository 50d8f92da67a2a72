import { type Report, saysSomething } from "kapsule-guard/recreation";

import { listed } from "./listed";

/** A lock in its folder, and the revision that it is of: "recreation-locks/dev.json at 1a2b3c4d5e6f (HEAD)". */
const LOCK = /^(?:(.*)[\\/])?[^\\/]+\.json (at .+|as it is)$/;

/** Reports for printing: those of stacks of which there is nothing to say, and that were compared with the same, are one line. */
export function quietOnesTogether(reports: readonly Report[]): Report[] {
  const groups = new Map<string, Report[]>();
  const others: Report[] = [];
  for (const report of reports) {
    const { provider = "" } = report;
    const baseline = saysSomething(report) ? undefined : withoutLock(report.baseline);
    if (baseline === undefined) others.push(report);
    else groups.set(`${baseline}, ${provider}`, [...(groups.get(`${baseline}, ${provider}`) ?? []), report]);
  }
  return [...[...groups.values()].flatMap(together), ...others];
}

/** What a stack was compared with, but for the name of its lock; undefined where that is no lock. */
function withoutLock(baseline: Report["baseline"]): string | undefined {
  const found = typeof baseline === "string" ? LOCK.exec(baseline) : null;
  if (found === null) return undefined;
  const [, folder = ".", revision = ""] = found;
  return `${folder} ${revision}`;
}

function together(reports: readonly Report[]): Report[] {
  const [first] = reports;
  if (first === undefined || reports.length === 1) return [...reports];
  const names = reports.map(({ subject }) => subject.replace(/^stack /, ""));
  const baseline = withoutLock(first.baseline) ?? first.baseline;
  return [{ ...first, subject: `${reports.length} stacks (${listed(names)})`, baseline }];
}
