import { toBoolean, toNumber, toTerraformString } from "../convert";
import { networkFunctions } from "./cidr";
import { structuralFunctions } from "./collections";
import { csvFunctions } from "./csv";
import { elementFunctions } from "./elements";
import { encodingFunctions } from "./encodings";
import { numberFunctions } from "./numbers";
import { pathFunctions } from "./paths";
import { regexFunctions } from "./regex";
import { setFunctions } from "./sets";
import type { TerraformFunction } from "./signature";
import { stringFunctions } from "./strings";
import { textEncodingFunctions } from "./text-encodings";
import { timeFunctions } from "./timestamps";
import { uuidFunctions } from "./uuid";

const conversions: Readonly<Record<string, TerraformFunction>> = {
  tobool: (value = null) => (value === null ? null : toBoolean(value)),
  tonumber: (value = null) => (value === null ? null : toNumber(value)),
  tostring: (value = null) => (value === null ? null : toTerraformString(value)),
};

/** Functions whose arguments have to be known through and through. */
const strict: Readonly<Record<string, TerraformFunction>> = {
  ...conversions,
  ...csvFunctions,
  ...elementFunctions,
  ...encodingFunctions,
  ...networkFunctions,
  ...numberFunctions,
  ...pathFunctions,
  ...regexFunctions,
  ...setFunctions,
  ...stringFunctions,
  ...textEncodingFunctions,
  ...timeFunctions,
  ...uuidFunctions,
};

/** Functions whose result is another one at every plan. */
const volatile = new Set(["timestamp", "uuid", "bcrypt"]);
/** The same at every plan but for the time, which is known then: what is made of it may stay the same. */
const timed = "plantimestamp";

export function isVolatile(name: string): boolean {
  return volatile.has(plainName(name)) || plainName(name) === timed;
}

/** The name of a function of Terraform's own without the namespace that it may have. */
export function plainName(name: string): string {
  return name.startsWith("core::") ? name.slice("core::".length) : name;
}

/** A function by its name; undefined for one that is not computed here. */
export function functionNamed(name: string): { run: TerraformFunction; strict: boolean } | "volatile" | undefined {
  const plain = plainName(name);
  if (volatile.has(plain)) return "volatile";
  for (const [functions, isStrict] of [
    [strict, true],
    [structuralFunctions, false],
  ] as const) {
    const run = Object.hasOwn(functions, plain) ? functions[plain] : undefined;
    if (run) return { run, strict: isStrict };
  }
  return undefined;
}
