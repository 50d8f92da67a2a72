import type { Value } from "../values/value";
import { EvaluationError, toNumber, toText } from "./convert";

/** A verb, with the number of the argument it takes, its flags, its width and its precision. */
const verbs = /%(?:%|(?:\[(\d+)\])?([-+ 0#]*)(\d+)?(?:\.(\d+))?([a-zA-Z])?)/g;

/**
 * Terraform's `format`, as far as its verbs are plain: `%s`, `%v`, `%q`, `%d`, zeros before `%d`, and `%[1]s`.
 *
 * @throws EvaluationError for other verbs, for an argument that is missing, and for one that is left over.
 */
export function format(spec: string, args: readonly Value[]): string {
  let next = 0;
  let used = 0;
  const text = spec.replace(
    verbs,
    (whole, position?: string, flags = "", width?: string, precision?: string, verb?: string) => {
      if (whole === "%%") return "%";
      if (position !== undefined) next = Number(position) - 1;
      const arg = args[next];
      if (arg === undefined) throw new EvaluationError(`format has no argument for ${whole}`);
      next += 1;
      used = Math.max(used, next);
      const plain = flags === "" && width === undefined && precision === undefined;
      if (plain && (verb === "s" || verb === "v")) return toText(arg);
      if (plain && verb === "q") return JSON.stringify(toText(arg));
      if (verb === "d" && precision === undefined && (plain || flags === "0"))
        return wholeNumber(toNumber(arg), Number(width ?? 0));
      throw new EvaluationError(`format verb ${whole}`);
    },
  );
  if (used < args.length) throw new EvaluationError("format has too many arguments");
  return text;
}

/** With zeros between its sign and its digits. */
function wholeNumber(value: number, width: number): string {
  const sign = value < 0 ? "-" : "";
  return sign + toText(Math.abs(Math.trunc(value))).padStart(width - sign.length, "0");
}
