import { isLiteralNotation } from "../../terraform";

/** What a plan shows of a value that it does not know yet. */
const UNKNOWN = "(known after apply)";
/** An attribute of a resource or data source, or a variable: what a synth shows where a plan has the value. */
const reference = /^(?:(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?:data\.)?[a-z]+_\w*\.[\w-]+[.[]|var\.)\S*$/;
/** What is left out of a long notation. */
const CUT = "…";

/**
 * Whether a value in code is the one that a finding shows in Terraform's notation. The same change has several spellings:
 * a reference for a synth, an id beside a state, and nothing known yet for a plan.
 */
export function shows(value: unknown, notation: string | undefined): boolean {
  if (value === UNKNOWN || notation === UNKNOWN) return true;
  if (notation === undefined) return value === undefined || value === null;
  if (value === undefined || value === null) return notation === "null";
  if (value === notation || JSON.stringify(value) === notation) return true;
  const [wanted, shown] = [Array.isArray(value) ? value : elementsIn(value), elementsIn(notation)];
  if (wanted !== undefined && shown !== undefined) return showsAll(wanted, shown);
  return typeof value === "string" && reference.test(value) && notation !== "null" && isLiteralNotation(notation);
}

/** Elements in any order, since sets have none; those that are left out of either side are not compared. */
function showsAll(wanted: readonly unknown[], shown: readonly string[]): boolean {
  const left = [...shown];
  const complete = !left.includes(CUT) && !wanted.includes(CUT);
  if (complete && wanted.length !== left.length) return false;
  return wanted.every((element) => {
    if (element === CUT) return true;
    const exact = left.findIndex((each) => each === element || each === JSON.stringify(element));
    const index = exact >= 0 ? exact : left.findIndex((each) => each !== CUT && shows(element, each));
    if (index < 0) return left.includes(CUT);
    left.splice(index, 1);
    return true;
  });
}

/** The elements of a list in Terraform's notation, the last one a cut where it is not whole; undefined for what is no list. */
function elementsIn(notation: unknown): string[] | undefined {
  if (typeof notation !== "string" || !notation.startsWith("[")) return undefined;
  const cut = notation.endsWith(CUT);
  if (!cut && !notation.endsWith("]")) return undefined;
  const elements: string[] = [];
  let [depth, quoted, start] = [0, false, 1];
  const end = notation.length - 1;
  for (let at = 1; at < end; at++) {
    const character = notation[at] ?? "";
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if ("[{".includes(character)) depth++;
    else if ("]}".includes(character)) depth--;
    else if (character === "," && depth === 0) {
      elements.push(notation.slice(start, at).trim());
      start = at + 1;
    }
  }
  const last = notation.slice(start, end).trim();
  return [...elements, ...(cut ? [CUT] : last === "" ? [] : [last])];
}

/** A value in Terraform's notation as TypeScript has it; what is no literal is quoted as it is shown. */
export function literalCode(notation: string | undefined): string {
  if (notation === undefined) return "null";
  const elements = notation.endsWith(CUT) ? undefined : elementsIn(notation);
  const isLiteral = elements === undefined ? isLiteralNotation(notation) : elements.every(isLiteralNotation);
  return isLiteral ? notation : JSON.stringify(notation);
}
