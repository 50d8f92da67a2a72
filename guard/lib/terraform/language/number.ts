import { LongNumber } from "../values";
import { EvaluationError, NotComputed } from "./errors";
import { Fraction } from "./fraction";

/** A number as values have it. */
export type NumberValue = number | LongNumber;

/** The bits of a number that is written: Go's `big.Float`, which rounds to the even neighbour. */
const WRITTEN_BITS = 512;
/** The bits of a number that a function computed as a double, and of a length or an index. */
const LEAST_BITS = 53;
const REMAINDER_BITS = 64;
/** Digits that every double holds. */
const DOUBLE_DIGITS = 15;
/** Terraform takes larger ones; nobody writes them. */
const LARGEST_EXPONENT = 2000;

const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/**
 * The number that a text is, as Terraform holds it.
 *
 * @throws EvaluationError for a text that is none
 */
export function parseNumber(text: string): Fraction {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = decimal.exec(text) ?? [];
  const digits = whole + fraction;
  if (digits === "") throw new EvaluationError("a number is required");
  const power = Number(exponent) - fraction.length;
  if (!(Math.abs(power) <= LARGEST_EXPONENT)) throw new NotComputed("a number of many digits");
  if (sign === "-" && /^0*$/.test(digits)) throw new NotComputed("a zero with a sign");
  const scale = 10n ** BigInt(Math.abs(power));
  const mantissa = BigInt(digits) * (sign === "-" ? -1n : 1n);
  return rounded(power < 0 ? new Fraction(mantissa, scale) : new Fraction(mantissa * scale, 1n), WRITTEN_BITS);
}

/** A number of a value. */
export function fractionOf(value: NumberValue): Fraction {
  if (value instanceof LongNumber) return parseNumber(value.text);
  return Number.isSafeInteger(value) ? new Fraction(BigInt(value), 1n) : parseNumber(textOf(value));
}

/** A number as a value: a double wherever that is the number. @throws NotComputed for one of more bits */
export function valueOf(number: Fraction): NumberValue {
  if (isSmall(number)) return Number(number.s * number.n);
  if (!isExact(number, WRITTEN_BITS)) throw new NotComputed("a number of many digits");
  const text = shortest(number);
  const isShort = text.replace(/^-?0*\.?0*|\./g, "").length <= DOUBLE_DIGITS;
  return isShort ? Number(text) : new LongNumber(text);
}

/** Every digit of a number, as Terraform writes it. */
export function textOf(value: NumberValue): string {
  if (value instanceof LongNumber) return value.text;
  const text = String(value);
  const [, sign = "", whole = "", fraction = "", exponent] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  return placed(sign, whole + fraction, whole.length + Number(exponent));
}

/** The operations on two numbers. @param isWritten Whether one of them stands in the expression, which has the most bits */
type Operation = (a: Fraction, b: Fraction, isWritten: boolean) => Fraction;

export const plus: Operation = (a, b, isWritten) => settled(a.add(b), [a, b], isWritten);

export const minus: Operation = (a, b, isWritten) => settled(a.sub(b), [a, b], isWritten);

export const times: Operation = (a, b, isWritten) => {
  if ((isZero(a) && b.s < 0n) || (isZero(b) && a.s < 0n)) throw new NotComputed("a zero with a sign");
  return settled(a.mul(b), [a, b], isWritten);
};

export const divided: Operation = (a, b, isWritten) => {
  // Not even `try` catches it.
  if (isZero(b)) throw new NotComputed("division by zero");
  if (isZero(a) && b.s < 0n) throw new NotComputed("a zero with a sign");
  return settled(a.div(b), [a, b], isWritten);
};

/** What is left of a division, which Terraform computes with 64 bits. */
export function remainder(a: Fraction, b: Fraction): Fraction {
  if (isZero(b)) throw new NotComputed("division by zero");
  const quotient = rounded(a.div(b), WRITTEN_BITS);
  const whole = quotient.s < 0n ? quotient.ceil() : quotient.floor();
  const product = whole.mul(b);
  const rest = a.sub(product);
  if (isExact(product, REMAINDER_BITS) && isExact(rest, LEAST_BITS)) return rest;
  throw new NotComputed("a remainder that is not exact");
}

export function negated(a: Fraction): Fraction {
  if (isZero(a)) throw new NotComputed("a zero with a sign");
  return a.neg();
}

function isZero(a: Fraction): boolean {
  return a.n === 0n;
}

/** A number with which something is counted. @throws EvaluationError for one that is not whole */
export function wholeNumber(a: Fraction): number {
  if (a.d !== 1n) throw new EvaluationError("a whole number is required");
  const number = Number(a.s * a.n);
  if (Number.isSafeInteger(number)) return number;
  throw new NotComputed("a number of many digits");
}

/**
 * A result with the bits of the more precise operand: those of a written number, or fewer where a function returned both.
 *
 * @throws NotComputed where that makes a difference and does not show
 */
function settled(exact: Fraction, operands: readonly Fraction[], isWritten: boolean): Fraction {
  if (isExact(exact, LEAST_BITS)) return exact;
  if (isWritten || !operands.every((each) => isExact(each, REMAINDER_BITS))) return rounded(exact, WRITTEN_BITS);
  throw new NotComputed("a number that is not a double's");
}

/** A whole number below this, as most are in a configuration, is exact in every count of bits, and its digits are few. */
const SMALL = 10n ** 15n;

function isSmall({ n, d }: Fraction): boolean {
  return d === 1n && n < SMALL;
}

function isExact(number: Fraction, bits: number): boolean {
  if (isSmall(number)) return true;
  return rounded(number, bits).equals(number);
}

/** The nearest number of so many bits. */
function rounded(number: Fraction, bits: number): Fraction {
  const [n, d] = [number.n, number.d];
  if (n === 0n) return number;
  let shift = bits - (bitsOf(n) - bitsOf(d));
  let quotient = scaled(n, d, shift);
  if (bitsOf(quotient.whole) > bits) quotient = scaled(n, d, (shift -= 1));
  const { whole, rest, divisor } = quotient;
  const twice = rest * 2n;
  const isUp = twice > divisor || (twice === divisor && whole % 2n === 1n);
  const mantissa = (whole + (isUp ? 1n : 0n)) * number.s;
  return shift >= 0 ? new Fraction(mantissa, 1n << BigInt(shift)) : new Fraction(mantissa << BigInt(-shift), 1n);
}

function scaled(n: bigint, d: bigint, shift: number): { whole: bigint; rest: bigint; divisor: bigint } {
  const [dividend, divisor] = shift >= 0 ? [n << BigInt(shift), d] : [n, d << BigInt(-shift)];
  return { whole: dividend / divisor, rest: dividend % divisor, divisor };
}

function bitsOf(number: bigint): number {
  return number.toString(2).length;
}

/** The fewest digits that are this number and no other one. */
function shortest(number: Fraction): string {
  if (isZero(number)) return "0";
  const sign = number.s < 0n ? "-" : "";
  const size = number.abs();
  const point = decimalPoint(size);
  for (let digits = 1; ; digits += 1) {
    const power = digits - point;
    const scale = 10n ** BigInt(Math.abs(power));
    const [n, d] = power >= 0 ? [size.n * scale, size.d] : [size.n, size.d * scale];
    const nearest = (2n * n + d) / (2n * d);
    const back = power >= 0 ? new Fraction(nearest, scale) : new Fraction(nearest * scale, 1n);
    if (!rounded(back, WRITTEN_BITS).equals(size)) continue;
    const text = String(nearest);
    return placed(sign, text, point + text.length - digits);
  }
}

/** Where the point of a number is: before its first digit, so many digits to the right. */
function decimalPoint({ n, d }: Fraction): number {
  const guess = String(n).length - String(d).length;
  const [dividend, divisor] = guess >= 0 ? [n, d * 10n ** BigInt(guess)] : [n * 10n ** BigInt(-guess), d];
  return dividend >= divisor ? guess + 1 : guess;
}

/** Digits with a point after so many of them. */
function placed(sign: string, digits: string, point: number): string {
  if (point <= 0) return withoutZeros(`${sign}0.${"0".repeat(-point)}${digits}`);
  const padded = digits.padEnd(point, "0");
  return padded.length === point
    ? sign + padded
    : withoutZeros(`${sign}${padded.slice(0, point)}.${padded.slice(point)}`);
}

function withoutZeros(text: string): string {
  return text.replace(/\.?0+$/, "");
}
