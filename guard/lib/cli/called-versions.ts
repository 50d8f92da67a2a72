import type { Finding } from "../recreation";
import { moduleOf, parseTarget, type Root } from "../terraform";

/** Both revisions of a root. */
export interface Sides {
  readonly before: Root | undefined;
  readonly after: Root;
}

/** A module that is not read, with what the two revisions call. */
export function withVersions(finding: Finding, { before, after }: Sides): Finding {
  if (finding.rule !== "unchecked") return finding;
  const subject = finding.address === undefined ? undefined : parseTarget(finding.address);
  if (subject === undefined) return finding;
  const path = moduleOf(subject)
    .steps.map(({ name }) => name)
    .join(".");
  const [was, is] = [before, after].map((root) => {
    const call = root?.calls.get(path);
    return call && [call.source, call.version].filter((part) => typeof part === "string").join(" ");
  });
  if (was === undefined && is === undefined) return finding;
  const versions = was === is ? `It is ${is ?? ""}` : `It was ${was ?? "not called"}, and is ${is ?? "not called"}`;
  const fix =
    was === is
      ? "run terraform init, so that it can be read"
      : "give what terraform init fetched for the base revision with --modules, and run terraform init for this one";
  return { ...finding, remedy: `${finding.remedy} ${versions}: ${fix}.` };
}
