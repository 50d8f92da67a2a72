import { FileError, JsonError, parseJson, readText } from "../files";
import { UsageError } from "./usage-error";

/** What a JSON file of Terraform or of this command can be. */
type FileKind = "configuration" | "lock" | "state" | "plan";

/** No configuration, state or plan comes near this; a file that does is something else. */
const LARGEST = 512 * 1024 * 1024;

/** How to give a file of each kind. */
const usage: Readonly<Record<FileKind, string>> = {
  configuration: "a configuration, such as cdktf.out/stacks/platform/cdk.tf.json",
  lock: "a lock, which is given with --lock",
  state: "a state, which is given with --state",
  plan: 'a plan, which is for "kapsule-guard plan"',
};

/** Top-level blocks of Terraform JSON. */
const blocks = new Set([
  "//",
  "action",
  "check",
  "data",
  "ephemeral",
  "import",
  "language",
  "locals",
  "module",
  "moved",
  "output",
  "provider",
  "removed",
  "resource",
  "terraform",
  "variable",
]);

/** Blocks that nothing but a configuration has. */
const unmistakable = new Set(["module", "provider", "resource", "terraform"]);

/**
 * Reads a JSON file, and makes sure that it is what it is given as.
 *
 * @param role What it is given as, for messages: "lock".
 * @param expected What it may be.
 * @throws UsageError naming the file: absent, a folder, unreadable, too large, not JSON, or of another kind
 */
export function readInput(file: string, role: string, expected: readonly FileKind[]): Record<string, unknown> {
  const parsed = parse(textOf(file, role), file, role);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new UsageError(`${role} ${file}: expected a JSON object`);
  }
  const content = parsed as Record<string, unknown>;
  const kind = kindOf(content);
  if (kind !== undefined && expected.includes(kind)) return content;
  const wanted = expected.map((each) => usage[each].replace(/,.*$/, "")).join(" or ");
  const found = kind === undefined ? "nothing that Terraform or kapsule-guard writes" : usage[kind];
  throw new UsageError(`${role} ${file}: this is ${found}; ${wanted} is needed`);
}

/** What a file is, by its content; undefined for something else. */
export function kindOf(content: Readonly<Record<string, unknown>>): FileKind | undefined {
  if ("lockVersion" in content) return "lock";
  if ("resource_changes" in content || "planned_values" in content) return "plan";
  const ofState = ["lineage", "terraform_version", "resources", "values"].some((name) => name in content);
  if (ofState && (typeof content.version === "number" || typeof content.format_version === "string")) return "state";
  const names = Object.keys(content);
  // A newer Terraform has blocks that nothing here asks for.
  const isPlain = names.every((name) => blocks.has(name));
  return isPlain || names.some((name) => unmistakable.has(name)) ? "configuration" : undefined;
}

function textOf(file: string, role: string): string {
  try {
    const text = readText(file, { largest: LARGEST });
    if (text !== undefined) return text;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new UsageError(`${role} ${error.message}`);
  }
  throw new UsageError(`${role} ${file}: there is no such file`);
}

function parse(text: string, file: string, role: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new UsageError(`${role} ${file}: ${error.message}${hintFor(text, file)}`);
  }
}

/** Terraform's saved plans are archives. */
function hintFor(text: string, file: string): string {
  if (text.startsWith("PK")) return `; it is a saved plan: give the output of "terraform show -json ${file}"`;
  return /^\s*(terraform|provider|resource|variable)\s*["{]/m.test(text)
    ? '; it looks like HCL, and "terraform show -json" or a .tf.json file is needed'
    : "";
}
