import { TerraformElement, type TerraformStack } from "cdktf";
import { Construct } from "constructs";

/** What CDKTF takes for a number in a text, as far as it reaches. */
const TAKEN = /[-|\d.+]+e[-|\d.eE+]+/g;
/** A number that only Terraform knows, and what follows it that belongs to the text. */
const SWALLOWING = /-?\d(?:\.\d+)?e\+(?:28|29|30)\d([-|\d.eE+]+)$/;

/**
 * Texts of which CDKTF swallows a part: a hyphen, a dot or a digit right after a number that only Terraform knows, so that
 * `${number}-a` is written as `${var.number}a`. Nothing shows it in what is written.
 *
 * @returns A message for each, with the construct and the property.
 */
export function swallowedTextsIn(stack: TerraformStack): string[] {
  return stack.node
    .findAll()
    .filter((construct) => TerraformElement.isTerraformElement(construct))
    .flatMap((element) => {
      const seen = new Set<unknown>();
      return Object.entries(element).flatMap(([name, value]) =>
        [...swallowedIn(value, seen)].map(
          (lost) =>
            `${element.node.path} (${name.replace(/^_/, "")}): a number that is known only when Terraform runs is followed by ` +
            `${JSON.stringify(lost)}, which CDKTF leaves out. Write Fn.format("%d-a", [number]) or Token.asString(number).`,
        ),
      );
    });
}

function* swallowedIn(value: unknown, seen: Set<unknown>): Generator<string> {
  if (typeof value === "string") {
    for (const [taken] of value.matchAll(TAKEN)) {
      const lost = SWALLOWING.exec(taken)?.[1];
      if (lost !== undefined) yield lost;
    }
    return;
  }
  // Blocks are objects that know the resource that they are in.
  if (typeof value !== "object" || value === null || seen.has(value) || Construct.isConstruct(value)) return;
  seen.add(value);
  for (const part of Object.values(value)) yield* swallowedIn(part, seen);
}
