import { EvaluationError, NotComputed } from "../errors";
import { formattedDate, type Timestamp } from "./date-format";
import { taking, type TerraformFunction } from "./signature";

export const timeFunctions: Readonly<Record<string, TerraformFunction>> = {
  formatdate: taking(["string", "string"], (layout, time) => formattedDate(layout, timestampOf(time))),
  timeadd: taking(["string", "string"], (time, duration) => {
    const { nanoseconds, offset } = timestampOf(time);
    return formattedDate(RFC3339, { nanoseconds: nanoseconds + durationOf(duration), offset });
  }),
  timecmp: taking(["string", "string"], (a, b) => {
    const [first, second] = [timestampOf(a).nanoseconds, timestampOf(b).nanoseconds];
    return first === second ? 0 : first < second ? -1 : 1;
  }),
};

const RFC3339 = "YYYY-MM-DD'T'hh:mm:ssZ";
const written = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;
const MILLION = 1_000_000n;

/** @throws EvaluationError for what is no time in RFC 3339 */
function timestampOf(text: string): Timestamp {
  const match = written.exec(text);
  // Some versions take a time with an hour of one digit, and others refuse it.
  if (match === null && /^\d{4}-\d\d-\d\dT\d/.test(text)) throw new NotComputed("a time in another form");
  if (match === null) throw new EvaluationError("a time is required");
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const [fraction = "", sign, offsetHours = "0", offsetMinutes = "0"] = match.slice(7);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (year < 100 || Number(offsetHours) > 23 || Number(offsetMinutes) > 59) throw new NotComputed("an odd time");
  const isDay = month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && day >= 1;
  if (!isDay || hour > 23 || minute > 59 || second > 59) throw new EvaluationError("a time is required");
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === "-" ? -1 : 1);
  const milliseconds = BigInt(date.getTime() - offset * 60_000);
  return { nanoseconds: milliseconds * MILLION + BigInt(fraction.slice(0, 9).padEnd(9, "0")), offset };
}

const units: Readonly<Record<string, number>> = {
  ...{ ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 },
};
const step = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;
const LONGEST_FRACTION = 15;

/** A duration of Go's, in nanoseconds. */
function durationOf(text: string): bigint {
  const [, sign, rest = ""] = /^([+-]?)([^]*)$/.exec(text) ?? [];
  if (rest === "0") return 0n;
  let total = 0n;
  step.lastIndex = 0;
  do {
    const [, whole = "", fraction = "", unit = ""] = step.exec(rest) ?? [];
    const size = units[unit];
    if (size === undefined || whole + fraction === "") throw new EvaluationError("a duration is required");
    if (fraction.length > LONGEST_FRACTION) throw new NotComputed("a duration of many digits");
    // In doubles, as Go computes the part after the point.
    const part = Math.trunc(Number(fraction) * (size / 10 ** fraction.length));
    total += BigInt(whole === "" ? 0 : whole) * BigInt(size) + BigInt(part);
  } while (step.lastIndex > 0 && step.lastIndex < rest.length);
  if (total >= 1n << 63n) throw new EvaluationError("a duration that is too long");
  return sign === "-" ? -total : total;
}
