/** A regular expression for what CDKTF has in the place of a number that is known only when Terraform runs. */
export const ENCODED_NUMBER = String.raw`-?\d(?:\.\d+)?e\+(?:28|29|30)\d`;

/** The same in what is written, where CDKTF did not find it again. */
const ENCODED = new RegExp(ENCODED_NUMBER, "i");

/** No number of a configuration comes near it. */
const LARGEST = 1e200;

/**
 * Places where a number that only Terraform knows became digits: CDKTF finds such a number again where it stands alone, and not in a text
 * beside a hyphen, a dot or a digit, nor after arithmetic. Which digits they are changes with unrelated edits.
 *
 * @returns A message for each, with the place.
 */
export function numberTokensIn(configuration: unknown): string[] {
  const found: string[] = [];
  visit(configuration, [], undefined, (place, path, value) => {
    const owner = path === undefined ? "" : `${path} `;
    found.push(
      `${owner}(${place.join(".")}) is ${JSON.stringify(value)}: a number that is known only when Terraform runs became digits in a string, or ` +
        'was reckoned with. In a string, write Fn.format("c-%d", [number]) or Token.asString(number); reckon with Op.add and the like.',
    );
  });
  return found;
}

type Report = (place: readonly string[], path: string | undefined, value: unknown) => void;

function visit(value: unknown, place: readonly string[], path: string | undefined, report: Report): void {
  if (typeof value === "string" ? ENCODED.test(value) : typeof value === "number" && Math.abs(value) > LARGEST) {
    report(place, path, value);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const own = pathIn(value) ?? path;
  for (const [key, part] of Object.entries(value)) {
    if (key === "//") continue;
    if (ENCODED.test(key)) report(place, own, key);
    visit(part, [...place, key], own, report);
  }
}

function pathIn(value: object): string | undefined {
  const { "//": comment } = value as { "//"?: { metadata?: { path?: unknown } } };
  const path = comment?.metadata?.path;
  return typeof path === "string" ? path : undefined;
}
