import { EvaluationError, NotComputed } from "../errors";

/** A moment, with the offset from UTC in which it is written. */
export interface Timestamp {
  readonly nanoseconds: bigint;
  /** In minutes. */
  readonly offset: number;
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** A quote, a text in quotes, a letter that is repeated, or what stands for itself. */
const tokens = /''|'(?:[^']|'')*'?|([A-Za-z])\1*|[^'A-Za-z]+/g;

/** A time in the layout of `formatdate`. @throws EvaluationError for a letter that means nothing there */
export function formattedDate(layout: string, { nanoseconds, offset }: Timestamp): string {
  const seconds = (nanoseconds - (((nanoseconds % BILLION) + BILLION) % BILLION)) / BILLION;
  const local = new Date(Number(seconds) * 1000 + offset * 60_000);
  if (!(local.getUTCFullYear() >= 100 && local.getUTCFullYear() <= 9999))
    throw new NotComputed("a year of other digits");
  return layout.replace(tokens, (token: string) => {
    if (token === "''") return "'";
    if (token.startsWith("'")) return quoted(token);
    if (!/^[A-Za-z]/.test(token)) return token;
    const text = fieldOf(token, local, offset);
    if (text === undefined) throw new EvaluationError(`formatdate: ${token}`);
    return text;
  });
}

const BILLION = 1_000_000_000n;

function quoted(token: string): string {
  if (token.length === 1 || !token.endsWith("'")) throw new EvaluationError("formatdate: a quote that is not closed");
  return token.slice(1, -1).replace(/''/g, "'");
}

function fieldOf(token: string, date: Date, offset: number): string | undefined {
  const padded = (number: number): string | undefined =>
    token.length === 1 ? String(number) : token.length === 2 ? String(number).padStart(2, "0") : undefined;
  const hour = date.getUTCHours();
  switch (token[0]) {
    case "Y":
      return yearOf(token, date.getUTCFullYear());
    case "M":
      return token.length > 2 ? named(MONTHS[date.getUTCMonth()], token.length) : padded(date.getUTCMonth() + 1);
    case "D":
      return padded(date.getUTCDate());
    case "E":
      return named(DAYS[date.getUTCDay()], token.length);
    case "h":
      return padded(hour);
    case "H":
      return padded(hour % 12 === 0 ? 12 : hour % 12);
    case "m":
      return padded(date.getUTCMinutes());
    case "s":
      return padded(date.getUTCSeconds());
    case "A":
      return token.length === 2 ? (hour < 12 ? "AM" : "PM") : undefined;
    case "a":
      return token.length === 2 ? (hour < 12 ? "am" : "pm") : undefined;
    case "Z":
      return zoneOf(token.length, offset);
    default:
      return undefined;
  }
}

function yearOf(token: string, year: number): string | undefined {
  if (token.length === 2) return String(year % 100).padStart(2, "0");
  return token.length === 4 ? String(year).padStart(4, "0") : undefined;
}

function named(name: string | undefined, length: number): string | undefined {
  return length === 3 ? name?.slice(0, 3) : length === 4 ? name : undefined;
}

function zoneOf(length: number, offset: number): string | undefined {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  const sign = offset < 0 ? "-" : "+";
  if (length === 1) return offset === 0 ? "Z" : `${sign}${hours}:${minutes}`;
  if (length === 3) return offset === 0 ? "UTC" : `${sign}${hours}${minutes}`;
  if (length === 4) return `${sign}${hours}${minutes}`;
  return length === 5 ? `${sign}${hours}:${minutes}` : undefined;
}
