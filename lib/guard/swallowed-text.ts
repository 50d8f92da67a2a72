import { TerraformElement, type TerraformStack } from "cdktf";
import { Construct } from "constructs";

import { ENCODED_NUMBER } from "./number-tokens";

/** What CDKTF takes for the rest of a number in a text, and belongs to the text. */
const SWALLOWING = new RegExp(`${ENCODED_NUMBER}([-|\\d.eE+]+)`, "g");

/**
 * Texts of which CDKTF swallows a part: a hyphen, a dot or a digit right after a number that only Terraform knows, so that
 * `${number}-a` is written as `${var.number}a`. Nothing shows it in what is written.
 *
 * @returns A message for each, with the construct and the property.
 */
export function swallowedTokensIn(stack: TerraformStack): string[] {
  const seen = new Set<object>();
  return stack.node
    .findAll()
    .filter((construct) => TerraformElement.isTerraformElement(construct))
    .flatMap((element) =>
      partsOf(element).flatMap(([name, value]) =>
        swallowedIn(value, seen).map(
          (lost) =>
            `${element.node.path} (${name.replace(/^_/, "")}): a number that is known only when Terraform runs is followed by ` +
            `${JSON.stringify(lost)}, which CDKTF leaves out. Write Fn.format("%d-a", [number]) or Token.asString(number).`,
        ),
      ),
    );
}

function swallowedIn(value: unknown, seen: Set<object>): string[] {
  if (typeof value === "string") return [...value.matchAll(SWALLOWING)].map(([, lost = ""]) => lost);
  // Blocks are objects that know the resource that they are in.
  if (typeof value !== "object" || value === null || seen.has(value) || Construct.isConstruct(value)) return [];
  seen.add(value);
  return partsOf(value).flatMap(([, part]) => swallowedIn(part, seen));
}

/** The tree is gone through as a whole, and stack traces are most of what an object holds. */
function partsOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([name]) => name !== "node" && name !== "creationStack");
}
