import { listed } from "../../text";
import { type Report, saysSomething } from "./report";

/** A report of one configuration, or of several of which there is the same to say. */
export interface SharedReport extends Report {
  /** How many configurations there are. @default 1 */
  readonly of?: number;
}

/** A lock in its folder, and the revision that it is of: "recreation-locks/dev.json at 1a2b3c4d5e6f (HEAD)". */
const LOCK = /^(?:(.*)[\\/])?[^\\/]+\.json (at .+|as it is)$/;
const STACK = /^stack /;

/** Reports for people to read: those that say the same of several stacks or folders are one. What is not lost comes first. */
export function together(reports: readonly Report[]): SharedReport[] {
  const groups = new Map<string, [Report, ...Report[]]>();
  for (const report of reports) {
    const key = JSON.stringify(withoutOwn(report));
    const group = groups.get(key);
    if (group) group.push(report);
    else groups.set(key, [report]);
  }
  const shared = [...groups.values()].map(asOne);
  return [...shared.filter((report) => !saysSomething(report)), ...shared.filter(saysSomething)];
}

function asOne([first, ...others]: readonly [Report, ...Report[]]): SharedReport {
  if (others.length === 0) return first;
  const names = [first, ...others].map(({ subject }) => subject.replace(STACK, ""));
  const kind = first.subject.startsWith("stack ") ? "stacks" : "configurations";
  return { ...withoutOwn(first), subject: `${names.length} ${kind} (${listed(names)})`, of: names.length };
}

/** A report without what is its own: its name, the name of its lock, and the stack in the paths of its constructs. */
function withoutOwn(report: Report): Report {
  return {
    ...report,
    place: undefined,
    subject: report.subject.startsWith("stack ") ? "stack" : "",
    baseline: withoutLock(report.baseline),
    open: report.open.map(withoutStack),
    approved: report.approved.map((each) => ({ ...each, finding: withoutStack(each.finding) })),
  };
}

function withoutLock(baseline: Report["baseline"]): Report["baseline"] {
  const found = typeof baseline === "string" ? LOCK.exec(baseline) : null;
  if (found === null) return baseline;
  const [, folder = ".", revision = ""] = found;
  return `${folder} ${revision}`;
}

function withoutStack<Named extends { readonly path?: string }>(finding: Named): Named {
  return finding.path === undefined ? finding : { ...finding, path: finding.path.replace(/^[^/]*/, "*") };
}
