import { type Finding, subjectName } from "../rules";
import { type BlockingPolicy, isBlocking } from "./approval";
import { approvalLine } from "./approval-line";
import type { Consequence } from "./consequences";
import { literalCode } from "./shown-value";

/** The language in which a report says what to write: constructs of a stack, or HCL. */
export type ReportLanguage = "constructs" | "hcl";

/** What decides how a finding is reported. */
interface Reported extends BlockingPolicy {
  readonly language?: ReportLanguage | undefined;
}

/** What accepts a finding: where to write it, and what. */
export interface Acceptance {
  /** "in kapsule-guard.hcl" */
  readonly place: string;
  readonly code: string;
}

/** What to write to accept a finding, with what goes with it; undefined where none is needed, or none would do. */
export function acceptanceOf(
  finding: Finding,
  report: Reported,
  consequences: readonly Consequence[] = [],
): Acceptance | undefined {
  const cascades = consequences.some((each) => isBlocking(each.finding, report));
  if (!cascades && !isBlocking(finding, report)) return undefined;
  const code = report.language === "hcl" ? approvalBlock(finding, cascades) : approvalLine(finding, cascades);
  const place = report.language === "hcl" ? "in kapsule-guard.hcl" : "in the constructor of its stack";
  return code === undefined ? undefined : { place, code };
}

/** What to do about a finding, in words. */
export function remedyOf({ remedy }: Finding, { language }: Reported): string {
  if (language !== "hcl") return remedy;
  return IN_HCL.reduce((text, [words, instead]) => text.replaceAll(words, instead), remedy);
}

/** What is said of constructs, as HCL has it. */
const IN_HCL: readonly (readonly [RegExp, string])[] = [
  [
    /If the state moves there, say RecreationGuard.*\{ state: "separate" \}\./gs,
    "If the state moves there, run `terraform init -migrate-state` before the next plan, or everything is made again.",
  ],
  [/before it leaves the app \(`cdktf destroy .*`\)/g, "before its folder goes (`terraform destroy` there)"],
  [/\b(?:once )?in (?:the|its) constructor(?: of the stack)?/g, "in the configuration"],
  [/ \(\w+: [^()]* in code\)/g, ""],
  [
    /Where another stack has it from now on, say importId there.*makes an empty one\./g,
    "Where another root has it from now on, import it there: without an import block, that one makes an empty one.",
  ],
];

/** What to write for that. */
export function pasteOf({ paste = [], hcl = [] }: Finding, { language }: Reported): readonly string[] {
  return language === "hcl" ? hcl : paste;
}

/** The block of `kapsule-guard.hcl` that approves a finding, to paste and to give a reason. */
function approvalBlock(finding: Finding, cascades: boolean): string | undefined {
  const { action, attribute, before, after } = finding;
  const label = JSON.stringify(subjectName(finding));
  const reasons = [["reason", '"…"'] as const, ...(cascades ? [["cascade", '"…"'] as const] : [])];
  if (action === "destroy" || action === "forget") return block(`allow_removal ${label}`, reasons);
  if (attribute === undefined || approvalLine(finding, cascades) === undefined) return undefined;
  return block(`${action === "open" ? "allow_opening" : "allow_replacement"} ${label}`, [
    ["attribute", JSON.stringify(attribute)],
    ["from", hclOf(before)],
    ["to", hclOf(after)],
    ...reasons,
  ]);
}

/** In HCL, a text begins a template with what starts one. */
function hclOf(notation: string | undefined): string {
  return literalCode(notation).replaceAll(/[$%]\{/g, (start) => `${start.charAt(0)}${start}`);
}

function block(head: string, lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([name]) => name.length));
  return [`${head} {`, ...lines.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`), "}"].join("\n");
}
