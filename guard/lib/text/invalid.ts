import { printable } from "./printable";

/** What is wrong with one property, in the order in which a reader asks. */
export interface InvalidProperty {
  /** The property as the user writes it, such as `autoUpgrade.startHour`. */
  readonly property: string;
  /** The value that was given. Leave it out where it is a secret. */
  readonly value?: unknown;
  /** What the value must be, completing "it must …". */
  readonly requirement: string;
  /** What to write instead, as a sentence. */
  readonly suggestion: string;
}

/** The message without the construct path, for synth validations, to which CDKTF adds the path itself. */
export function describeInvalid({ property, requirement, suggestion, ...rest }: InvalidProperty): string {
  const subject = "value" in rest ? `${property} is ${show(rest.value)}; it` : property;
  return printable(`${subject} must ${requirement}. ${suggestion}`);
}

function show(value: unknown): string {
  if (value === undefined || typeof value === "function" || typeof value === "symbol") return String(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
