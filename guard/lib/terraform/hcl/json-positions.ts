import { type Node, parseTree } from "jsonc-parser";

/**
 * The line on which a block of Terraform JSON begins, or an argument in it, or the nearest block around that.
 *
 * @param path Kind and labels of the block: `resource`, its type, its name.
 * @param steps Names and places on the way to an argument: `private_network`, `0`, `zone`.
 * @param isOverride Whether the block is in another file as well, and tells here of its arguments alone.
 * @returns undefined for a file without the block
 */
export function lineInJson(
  text: string,
  path: readonly string[],
  steps: readonly string[],
  isOverride: boolean,
): number | undefined {
  const file = parseTree(text);
  const block = file && blockAt(file, path);
  if (block === undefined) return undefined;
  const found = deepest(block, steps);
  if (found === block && isOverride) return undefined;
  return text.slice(0, found.offset).split("\n").length;
}

/** The last one, as the others are merged into it or refused. Each level may be a list of objects. */
function blockAt(node: Node, [step, ...rest]: readonly string[]): Node | undefined {
  if (step === undefined) return node;
  const values = propertiesIn(node, step);
  if (rest.length === 0) return values.at(-1);
  const inner = values.flatMap((property) => {
    const value = valueOf(property);
    return (value && blockAt(value, rest)) ?? [];
  });
  return inner.at(-1);
}

function propertiesIn(node: Node, name: string): Node[] {
  const { type, children = [] } = node;
  if (type === "array") return children.flatMap((item) => propertiesIn(item, name));
  return children.filter((property) => property.children?.[0]?.value === name);
}

function valueOf({ type, children = [] }: Node): Node | undefined {
  return type === "property" ? children[1] : undefined;
}

/** The deepest part of a way that is written out. */
function deepest(node: Node, [step, ...rest]: readonly string[]): Node {
  const value = valueOf(node) ?? node;
  if (step === undefined) return node;
  if (/^\d+$/.test(step)) {
    const item = value.type === "array" ? value.children?.[Number(step)] : value;
    return item === undefined ? node : deepest(item, rest);
  }
  const [property] = propertiesIn(value, step);
  return property === undefined ? node : deepest(property, rest);
}
