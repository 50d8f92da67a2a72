import { isUpgrade, type ReleasesInUse } from "../baseline";
import { type Finding, isLoss, type ProviderUpgrade, REFUSED, sentenceOf, sortFindings, subjectName } from "../rules";
import { upgradeReason } from "./document";
import { lineThatKeeps } from "./line-that-keeps";
import { harmlessWay, type Way } from "./ways";

/** What is found where one release made what exists and another one plans. */
type FindUnder = (releases: ReleasesInUse) => Finding[];

/**
 * Findings under the releases in use. What the edit would not do if the release stayed is due to the upgrade of the provider, and says so,
 * with a line that keeps what there is, or another way to go.
 *
 * @param configuration What is planned, where more than a lock or a state tells of it.
 */
export function withUpgrade(releases: ReleasesInUse, configuration: unknown, findUnder: FindUnder): Finding[] {
  const findings = findUnder(releases);
  if (!isUpgrade(releases) || findings.length === 0) return findings;
  const ofEdit = findUnder({ ...releases, after: releases.before });
  const known = new Set(ofEdit.map(keyOf));
  const isNew = (finding: Finding): boolean => isLoss(finding.action) && !known.has(keyOf(finding));
  if (!findings.some(isNew)) return findings;
  const way = harmlessWay(releases, (step) => !findUnder(step).some(isNew));
  const told = findings.map((finding) => (isNew(finding) ? ofUpgrade(finding, releases, configuration, way) : finding));
  return sortFindings([...told, ...hiddenBy(findings, findings.filter(isNew), ofEdit)]);
}

/** What the edit does to the same objects, of which one reason is told where several would be one. */
function hiddenBy(told: readonly Finding[], upgraded: readonly Finding[], ofEdit: readonly Finding[]): Finding[] {
  const keys = new Set(told.map(keyOf));
  const objects = new Set(upgraded.map((finding) => `${finding.rule} ${subjectName(finding)}`));
  return ofEdit.filter(
    (finding) =>
      isLoss(finding.action) && objects.has(`${finding.rule} ${subjectName(finding)}`) && !keys.has(keyOf(finding)),
  );
}

function keyOf(finding: Finding): string {
  const { rule, attribute = "", certainty } = finding;
  return [rule, subjectName(finding), attribute, certainty].join(" ");
}

function ofUpgrade(
  finding: Finding,
  { before, after }: ReleasesInUse,
  configuration: unknown,
  way: Way | undefined,
): Finding {
  const [from, to] = [before.version, after.version];
  const line = finding.cause === undefined ? lineThatKeeps(finding, configuration) : undefined;
  const doubt = doubtIn(finding);
  const ways = [...(line === undefined ? [] : [`write ${line.words}`]), sentenceOfWay(way, from, to)];
  const sentences = [
    ...(finding.refused === true ? [REFUSED] : []),
    ...(doubt === undefined ? [] : [sentenceOf(doubt)]),
    `Provider ${to} does this with code that ${from} left as it was.`,
    `${capitalized(ways.join(", or "))}.`,
  ];
  return {
    ...finding,
    // What a range tells of the release that made it may be another one.
    ...(before.isNamed ? {} : { certainty: "may" as const }),
    because: { reason: upgradeReason, from, to, ...(doubt === undefined ? {} : { doubt }) },
    remedy: sentences.join(" "),
    paste: line?.paste === undefined ? [] : [line.paste],
    ...(line === undefined ? {} : { hcl: [line.hcl] }),
    // Nothing is there yet to name.
    ...(doubt?.reason === "new-in-provider" ? { before: "null" } : {}),
  };
}

function sentenceOfWay(way: Way | undefined, from: string, to: string): string {
  switch (way?.kind) {
    case undefined:
      return `stay with ${from}`;
    case "first":
      return `apply ${way.version} first, and then go to ${to}: neither step replaces anything for this, and a step counts once it is applied`;
    case "instead":
      return `go from ${from} to ${way.version} directly, which replaces nothing for this`;
  }
}

function capitalized(text: string): string {
  return text.replace(/^\w/, (letter) => letter.toUpperCase());
}

/** Why it only may. */
function doubtIn({ because }: Finding): ProviderUpgrade["doubt"] {
  return because?.reason === "provider-upgrade" ? undefined : because;
}
