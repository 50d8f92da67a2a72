import { numbersIn } from "./positions";

/** What may be a number that JavaScript's numbers do not hold exactly. */
const LONG = /\d[\d.]{14}|\d[eE][+-]?\d{2}/;

/**
 * HCL with its long numbers in parentheses, which make an expression of each: what parses the text rounds literals, and leaves
 * expressions as they are written.
 */
export function withExactNumbers(text: string): string {
  if (!LONG.test(text)) return text;
  let exact = "";
  let end = 0;
  for (const [from, to] of numbersIn(text)) {
    const number = text.slice(from, to);
    exact += text.slice(end, from) + (LONG.test(number) ? `(${number})` : number);
    end = to;
  }
  return exact + text.slice(end);
}
