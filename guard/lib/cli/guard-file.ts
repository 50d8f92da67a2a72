import { posix } from "node:path";

import { PLATFORM_CHECKS } from "../checks";
import { decoded, type FileTree, readIfListed } from "../files";
import type { Approval, BlockingPolicy } from "../recreation";
import { type HclParser, isJsonObject, type Json, type JsonObject, property, RecreationInputError } from "../terraform";
import { mostSimilar } from "../text";

/** A check that is not to be told, of one resource or of all. */
export interface Suppression {
  readonly check: string;
  /** @default - all resources */
  readonly address?: string;
  readonly reason: string;
}

/** What a root says to the guard, in a file that Terraform passes over. */
export interface GuardFile {
  readonly approvals: readonly Approval[];
  readonly suppressions: readonly Suppression[];
  readonly policy: Pick<BlockingPolicy, "stateful" | "development">;
}

/** The file in a root that has its approvals. */
export const GUARD_FILE = "kapsule-guard.hcl";

/** What a root without the file says. */
export const NO_GUARD_FILE: GuardFile = { approvals: [], suppressions: [], policy: {} };

/** The arguments of each block; those that have to be there first. */
const BLOCKS = {
  allow_opening: { required: ["attribute", "reason"], values: ["from", "to"], optional: ["cascade"] },
  allow_removal: { required: ["reason"], values: [], optional: ["cascade"] },
  allow_replacement: { required: ["attribute", "reason"], values: ["from", "to"], optional: ["cascade"] },
} as const;
type BlockName = keyof typeof BLOCKS;

/**
 * Reads what a root says to the guard.
 *
 * @param folder The root, in the tree.
 * @throws RecreationInputError for a block or argument that there is not, and for an approval without a reason
 */
export async function readGuardFile(tree: FileTree, folder: string, parser: HclParser): Promise<GuardFile> {
  const path = posix.join(folder, GUARD_FILE);
  const bytes = readIfListed(tree, path);
  if (bytes === undefined) return NO_GUARD_FILE;
  const name = tree.nameOf(path);
  const content = await parser.parse(name, decoded(bytes));
  const approvals: Approval[] = [];
  const suppressions: Suppression[] = [];
  for (const [key, value] of Object.entries(content)) {
    if (key === "development" || key === "stateful") continue;
    if (key === SUPPRESS) {
      for (const [check, body] of blocksIn(value, key, name)) suppressions.push(suppressionOf(check, body, name));
      continue;
    }
    if (!isBlockName(key)) throw unknown(name, key, [...Object.keys(BLOCKS), SUPPRESS, "development", "stateful"]);
    for (const [address, body] of blocksIn(value, key, name)) approvals.push(approvalOf(key, address, body, name));
  }
  return { approvals, suppressions, policy: policyOf(content, name) };
}

const SUPPRESS = "suppress_check";

function suppressionOf(check: string, body: JsonObject, file: string): Suppression {
  const where = `${file}: ${SUPPRESS} ${JSON.stringify(check)}`;
  const known = PLATFORM_CHECKS.map(({ id }) => id);
  if (!known.includes(check)) throw unknown(`${file}: ${SUPPRESS}`, check, known);
  for (const key of Object.keys(body))
    if (key !== "address" && key !== "reason") throw unknown(where, key, ["address", "reason"]);
  const address = property(body, "address");
  return {
    check,
    reason: textIn(body, "reason", where),
    ...(address === undefined ? {} : { address: textIn(body, "address", where) }),
  };
}

function isBlockName(name: string): name is BlockName {
  return Object.hasOwn(BLOCKS, name);
}

/** A label may stand over several blocks: an object may change in two attributes. */
function blocksIn(value: Json, key: string, file: string): [string, JsonObject][] {
  const wrong = new RecreationInputError(
    `${file}: ${key} must be a block with one label: ${key} ${key === SUPPRESS ? '"CHECK"' : '"ADDRESS"'} { … }`,
  );
  if (!isJsonObject(value)) throw wrong;
  return Object.entries(value).flatMap(([address, bodies]) => {
    // Blocks are a list; with two labels, or none, something else stands there.
    if (!Array.isArray(bodies)) throw wrong;
    return bodies.map((body): [string, JsonObject] => {
      if (!isJsonObject(body)) throw wrong;
      return [address, body];
    });
  });
}

function approvalOf(block: BlockName, address: string, body: JsonObject, file: string): Approval {
  const where = `${file}: ${block} ${JSON.stringify(address)}`;
  const { required, values, optional } = BLOCKS[block];
  const names: readonly string[] = [...required, ...values, ...optional];
  for (const key of Object.keys(body)) if (!names.includes(key)) throw unknown(where, key, names);
  for (const name of required) textIn(body, name, where);
  const missing = values.find((name) => property(body, name) === undefined);
  if (missing !== undefined)
    throw new RecreationInputError(
      `${where}: ${missing} must be there, as the finding shows it; null where nothing was set`,
    );
  const cascade = property(body, "cascade");
  const common = {
    address,
    reason: textIn(body, "reason", where),
    ...(cascade === undefined ? {} : { cascade: textIn(body, "cascade", where) }),
  };
  if (block === "allow_removal") return { kind: "removal", ...common };
  return {
    kind: block === "allow_opening" ? "opening" : "replacement",
    ...common,
    attribute: textIn(body, "attribute", where),
    from: written(property(body, "from") ?? null),
    to: written(property(body, "to") ?? null),
  };
}

function textIn(body: JsonObject, name: string, where: string): string {
  const value = property(body, name);
  if (typeof value === "string" && value.trim() !== "" && value.trim() !== "…") return value;
  throw new RecreationInputError(`${where}: ${name} must say something, as a string`);
}

/** A reference as findings show it, and strings without the escapes of templates. */
function written(value: Json): Json {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== "string") return value;
  return (/^\$\{([^]*)\}$/.exec(value)?.[1] ?? value).replace(/([$%])\1\{/g, "$1{");
}

function policyOf(content: JsonObject, name: string): GuardFile["policy"] {
  const [development, stateful] = [property(content, "development"), property(content, "stateful")];
  if (development !== undefined && typeof development !== "boolean")
    throw new RecreationInputError(`${name}: development must be true or false`);
  if (stateful !== undefined && stateful !== "warn" && stateful !== "approve")
    throw new RecreationInputError(`${name}: stateful must be "approve" or "warn"`);
  return { ...(development === undefined ? {} : { development }), ...(stateful === undefined ? {} : { stateful }) };
}

function unknown(where: string, key: string, names: readonly string[]): RecreationInputError {
  const meant = mostSimilar(key, names);
  return new RecreationInputError(
    `${where}: unknown name ${key}${meant === undefined ? "" : `. Did you mean ${meant}?`}`,
  );
}
