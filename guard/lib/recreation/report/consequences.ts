import { type Finding, isLoss, keptWith, subjectName } from "../rules";

/** A finding, and what an apply takes along with it. */
export interface Cause {
  readonly finding: Finding;
  /** In the order of a tree, each before what follows from it. */
  readonly consequences: readonly Consequence[];
}

/** What is lost with something else, and is kept where that is. */
export interface Consequence {
  readonly finding: Finding;
  /** How many steps it is from its cause: 1 for what refers to it directly. */
  readonly steps: number;
  /** Whether nothing comes after it that has the same cause. */
  readonly isLast: boolean;
}

/** Findings by what they follow from: each that stands alone, with all that goes with it. */
export function causesOf(findings: readonly Finding[]): Cause[] {
  const losses = new Map<string, Finding>();
  for (const finding of findings) {
    const { action, address } = finding;
    if (address !== undefined && isLoss(action) && !losses.has(address)) losses.set(address, finding);
  }
  const followers = new Map<Finding, Finding[]>();
  for (const finding of findings) {
    const cause = losses.get(finding.cause ?? "");
    if (cause !== undefined && onlyFollows(finding, cause))
      followers.set(cause, [...(followers.get(cause) ?? []), finding]);
  }
  const told = new Set<Finding>();
  const causeAt = (finding: Finding): Cause => {
    told.add(finding);
    return { finding, consequences: consequencesOf(finding, followers, told) };
  };
  const follows = new Set([...followers.values()].flat());
  const roots = findings.filter((finding) => !follows.has(finding)).map(causeAt);
  // What follows from itself in the end has no root, and is told all the same.
  const circular = findings.flatMap((finding) => (told.has(finding) ? [] : [causeAt(finding)]));
  return [...roots, ...circular];
}

/** Walks without recursion, since a chain of resources can be longer than the call stack. */
function consequencesOf(
  finding: Finding,
  followers: ReadonlyMap<Finding, readonly Finding[]>,
  told: Set<Finding>,
): Consequence[] {
  const found: Consequence[] = [];
  const next = (cause: Finding, steps: number): Consequence[] => {
    const open = (followers.get(cause) ?? []).filter((each) => !told.has(each));
    for (const each of open) told.add(each);
    return open.map((each, index) => ({ finding: each, steps, isLast: index === open.length - 1 })).reverse();
  };
  const rest = next(finding, 1);
  for (let each = rest.pop(); each !== undefined; each = rest.pop()) {
    found.push(each);
    rest.push(...next(each.finding, each.steps + 1));
  }
  return found;
}

/** Whether a finding says nothing but what it follows from: to keep that, and no doubt of its own. */
function onlyFollows({ address, remedy, because }: Finding, cause: Finding): boolean {
  const isSure =
    because === undefined || because.reason === "cause-may-change" || because.reason === cause.because?.reason;
  return cause.address !== address && isSure && remedy.endsWith(keptWith(subjectName(cause)));
}
