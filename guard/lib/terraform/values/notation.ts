import { withoutCredentials } from "../../text";
import { sha256 } from "./digest";
import { LongNumber } from "./long-number";
import { Digest, isMap, ObjectReference, OpaqueValue, Unknown, unmark, type Value } from "./value";

/** As long as an approval that somebody pastes may be; lists of ids are longer than a line. */
const longestText = 400;
const shownOfLonger = 80;

/** A value as `terraform plan` writes it, never a secret. What tells a very long one from any other comes before what is cut off. */
export function notation(value: Value, sensitive: boolean): string {
  const [plain, marks] = unmark(value);
  if (plain === null) return "null";
  if (sensitive || marks?.sensitive === true || plain instanceof Digest) return "(sensitive value)";
  const text = withoutCredentials(write(plain));
  if (text.length <= longestText) return text;
  return `${sha256(text).slice(0, 12)} ${text.slice(0, shownOfLonger)}…`;
}

/** Whether a notation is a value as it stands, and not what stands for one: a reference, an unknown or a secret. */
export function isLiteralNotation(text: string): boolean {
  return /^(?:null|true|false|-?\d+(?:\.\d+)?|".*")$/s.test(text);
}

function write(value: Value): string {
  const [plain, marks] = unmark(value);
  if (marks?.sensitive === true || plain instanceof Digest) return "(sensitive value)";
  if (plain instanceof Unknown) return "(known after apply)";
  if (plain instanceof ObjectReference) return write(plain.whole);
  if (plain instanceof OpaqueValue) return /^[\w.[\]"-]+$/.test(plain.key) ? plain.key : "(not known from the files)";
  if (plain instanceof LongNumber) return plain.text;
  if (Array.isArray(plain)) return `[${plain.map(write).join(", ")}]`;
  if (isMap(plain))
    return `{ ${[...plain]
      .sort(byKey)
      .map(([key, part]) => `${key} = ${write(part)}`)
      .join(", ")} }`;
  return JSON.stringify(plain);
}

function byKey([a]: [string, Value], [b]: [string, Value]): number {
  return a < b ? -1 : 1;
}
