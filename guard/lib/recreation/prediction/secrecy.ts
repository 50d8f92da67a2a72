import { holdsSecret } from "../../provider";
import { contentsOf } from "../../terraform";
import type { Existing } from "../baseline";
import type { Difference } from "../diff";

/**
 * Whether the values of a difference are secrets: by the provider's schema, by the state, or by what the configuration says
 * now. Where one side holds a secret the other one does, too: what a variable stands for was a literal before.
 */
export function isSecret(
  secrets: Existing["secrets"],
  { attribute, path, after }: Pick<Difference, "attribute" | "path" | "after">,
): boolean {
  if (holdsSecret(attribute) || contentsOf(after).marks?.sensitive === true) return true;
  // Of an element of a set, the state does not tell which one it marks.
  return [...secrets].some(({ root }) => root === path.root);
}
