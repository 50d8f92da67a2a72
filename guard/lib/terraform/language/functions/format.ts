import { LongNumber, type Value } from "../../values";
import { isNumber, toBoolean, toFraction, toJson, toTerraformString } from "../convert";
import { EvaluationError, NotComputed } from "../errors";
import { textOf } from "../number";
import { charactersOf } from "./characters";

/** A verb, with the number of the argument it takes, its flags, its width and its precision. */
const verbs = /%(?:%|([-+ 0#]*)(?:\[(\d+)\])?(\d+)?(?:\.(\d+))?(?:\[(\d+)\])?([a-zA-Z])?)/g;

interface Verb {
  readonly letter: string;
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
}

/**
 * Terraform's `format`.
 *
 * @throws EvaluationError for a verb that there is not, for an argument that is missing, does not fit, or is left over.
 * @throws NotComputed for numbers with an exponent or decimals
 */
export function format(spec: string, args: readonly Value[]): string {
  let next = 0;
  let used = 0;
  const text = spec.replace(verbs, (whole, ...parts: (string | undefined)[]) => {
    if (whole === "%%") return "%";
    const [flags = "", early, width, precision, late, letter = ""] = parts;
    const position = early ?? late;
    if (position !== undefined) next = Number(position) - 1;
    const arg = args[next];
    if (arg === undefined) throw new EvaluationError(`format has no argument for ${whole}`);
    next += 1;
    used = Math.max(used, next);
    return formatted(arg, {
      letter,
      flags,
      width: width === undefined ? undefined : Number(width),
      precision: precision === undefined ? undefined : Number(precision),
    });
  });
  if (used < args.length) throw new EvaluationError("format has too many arguments");
  return text;
}

function formatted(arg: Value, verb: Verb): string {
  if (verb.letter !== "v" && arg === null) throw new NotComputed("format of null");
  switch (verb.letter) {
    case "v":
      return padded(asIs(arg, verb), verb);
    case "t":
      return String(toBoolean(arg));
    case "s":
      return padded(cut(toTerraformString(arg), verb), verb);
    case "q":
      return padded(toJson(cut(toTerraformString(arg), verb)), verb);
    case "b":
      return wholeNumber(arg, 2, verb);
    case "o":
      return wholeNumber(arg, 8, verb);
    case "d":
      return wholeNumber(arg, 10, verb);
    case "x":
      return wholeNumber(arg, 16, verb);
    case "X":
      return wholeNumber(arg, 16, verb).toUpperCase();
    case "e":
    case "E":
    case "f":
    case "g":
    case "G":
      toFraction(arg);
      throw new NotComputed("a number with decimals or an exponent");
    default:
      throw new EvaluationError(`format verb ${verb.letter}`);
  }
}

/** Go writes an exponent from 21 digits on, and before four zeros. */
const plainNumber = /^-?(?:0|0\.0{0,3}[1-9]\d*|[1-9]\d{0,20}(?:\.\d+)?)$/;

function asIs(arg: Value, { flags }: Verb): string {
  if (typeof arg === "string" && !flags.includes("#")) return arg;
  if (!isNumber(arg)) return toJson(arg);
  if (arg instanceof LongNumber || !plainNumber.test(textOf(arg))) throw new NotComputed("a number with an exponent");
  return textOf(arg);
}

function cut(text: string, { precision }: Verb): string {
  return precision === undefined || precision === 0 ? text : charactersOf(text).slice(0, precision).join("");
}

function padded(text: string, { flags, width }: Verb): string {
  const padding = (flags.includes("0") ? "0" : " ").repeat(Math.max(0, (width ?? 0) - charactersOf(text).length));
  return flags.includes("-") ? text + padding : padding + text;
}

/** As Go writes a whole number. */
function wholeNumber(arg: Value, base: number, { flags, width = 0, precision }: Verb): string {
  const number = toFraction(arg);
  if (number.d !== 1n) throw new EvaluationError("format of a number that is not whole");
  if (precision !== undefined || flags.includes("#")) throw new NotComputed("a whole number with a precision");
  const sign = number.s < 0n ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  const digits = number.n.toString(base);
  if (flags.includes("-")) return (sign + digits).padEnd(width);
  if (flags.includes("0")) return sign + digits.padStart(width - sign.length, "0");
  return (sign + digits).padStart(width);
}
