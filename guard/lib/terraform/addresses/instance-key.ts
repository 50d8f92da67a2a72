/** An instance's address is its resource's address plus, with count or for_each, a key. */
export type InstanceKey = number | string | undefined;

/** A key in Terraform's notation, as part of a pattern. */
export const KEY_PATTERN = String.raw`\[(?:\d+|"(?:[^"\\]|\\.)*")\]`;

/** A key in Terraform's notation: `[0]`, `["key"]`; nothing where there is none. */
export function keyNotation(key: InstanceKey): string {
  if (key === undefined) return "";
  return typeof key === "number" ? `[${key}]` : `[${JSON.stringify(key)}]`;
}

/** The key that a notation stands for. */
export function readKey(text: string | undefined): InstanceKey {
  if (text === undefined) return undefined;
  const inner = text.slice(1, -1);
  return inner.startsWith('"') ? unquoted(inner) : Number(inner);
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
