import { listOf, type Value } from "../../values";
import { toFraction, toWhole } from "../convert";
import { EvaluationError, NotComputed } from "../errors";
import { Fraction } from "../fraction";
import { plus, valueOf } from "../number";
import { taking, takingAll, type TerraformFunction } from "./signature";

export const numberFunctions: Readonly<Record<string, TerraformFunction>> = {
  abs: taking(["number"], (number) => valueOf(number.abs())),
  ceil: taking(["number"], (number) => valueOf(number.ceil())),
  floor: taking(["number"], (number) => valueOf(number.floor())),
  max: takingAll("number", (numbers) => valueOf(numbers.reduce((a, b) => (b.compare(a) > 0 ? b : a)))),
  min: takingAll("number", (numbers) => valueOf(numbers.reduce((a, b) => (b.compare(a) < 0 ? b : a)))),
  parseint: (digits, base) => parsedInteger(digits ?? null, toWhole(base ?? null)),
  pow: taking(["number", "number"], (base, power) => powerOf(base, power)),
  range: (...args) => range(args),
  signum: taking(["whole"], (number) => Math.sign(number)),
  sum: taking(["list"], (items) => {
    if (items.length === 0) throw new EvaluationError("sum of nothing");
    return valueOf(items.map(toFraction).reduce((a, b) => plus(a, b, false)));
  }),
};

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

function parsedInteger(value: Value, base: number): Value {
  if (typeof value !== "string") throw new EvaluationError("parseint takes a string");
  if (base < 2 || base > 62) throw new EvaluationError("parseint: a base of 2 to 62 is required");
  const digits = Array.from(value.replace(/^[-+]/, ""), (digit) =>
    DIGITS.indexOf(base <= 36 ? digit.toLowerCase() : digit),
  );
  if (digits.length === 0 || !digits.every((digit) => digit >= 0 && digit < base))
    throw new EvaluationError("parseint: no number of that base");
  const number = digits.reduce((total, digit) => total * BigInt(base) + BigInt(digit), 0n);
  return valueOf(new Fraction(value.startsWith("-") ? -number : number, 1n));
}

/** Up to here, powers of whole numbers are the same in doubles, in which Terraform computes them. */
const LARGEST_POWER = 2 ** 31;

function powerOf(base: Fraction, power: Fraction): Value {
  const result = Number(base.s * base.n) ** Number(power.n);
  if (base.d === 1n && power.d === 1n && power.s >= 0n && Math.abs(result) < LARGEST_POWER) return result;
  throw new NotComputed("a power that is computed in doubles");
}

const LONGEST_RANGE = 1024;

function range(args: readonly Value[]): Value {
  const [one, two, three] = args.map(toFraction);
  if (one === undefined || args.length > 3) throw new EvaluationError("range takes one to three numbers");
  const [start, end] = two === undefined ? [new Fraction(0n, 1n), one] : [one, two];
  const step = three ?? new Fraction(end.compare(start) < 0 ? -1n : 1n, 1n);
  const isDown = step.s < 0n;
  if (isDown ? end.compare(start) > 0 : end.compare(start) < 0)
    throw new EvaluationError("range that its step leads away from");
  const numbers: Value[] = [];
  for (
    let number = start;
    isDown ? number.compare(end) > 0 : number.compare(end) < 0;
    number = plus(number, step, false)
  ) {
    if (numbers.length >= LONGEST_RANGE) throw new EvaluationError("range of more than 1024 numbers");
    numbers.push(valueOf(number));
  }
  return listOf(numbers, { kind: "number" });
}
