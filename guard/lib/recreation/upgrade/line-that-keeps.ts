import { Address, AttributePath, isLiteralNotation, type Json, readConfiguration } from "../../terraform";
import type { Finding } from "../rules";

/** How to write down what the release before had by itself. */
export interface KeepingLine {
  /** The argument, in Terraform's words and in those of the bindings, and where it stands. */
  readonly words: string;
  /** The same for the constructor of a stack, where the configuration tells its place. */
  readonly paste?: string;
  /** The same in HCL. */
  readonly hcl: string;
}

/** The line that keeps a value which no code has set; undefined where the value is not known. @param configuration Where it is known. */
export function lineThatKeeps(
  { address, attribute, before }: Finding,
  configuration: unknown,
): KeepingLine | undefined {
  if (
    address === undefined ||
    attribute === undefined ||
    before === undefined ||
    before === "null" ||
    !isLiteralNotation(before)
  )
    return undefined;
  const resource = Address.parse(address).resource.toString();
  const steps = AttributePath.parse(attribute).steps.map(String);
  const names = steps.filter((step) => !isIndex(step));
  const leaf = names.at(-1) ?? attribute;
  const block = names.slice(0, -1).join(".");
  const words = `${leaf} = ${before} (${camelCase(leaf)}: ${before} in code)${block === "" ? "" : ` in ${block}`} of ${address}`;
  const body = configuration === undefined ? undefined : readConfiguration(configuration).resources.get(resource)?.body;
  const place = body && placeIn(body, steps);
  const hcl = `${leaf} = ${before}`;
  if (place === undefined) return { words, hcl };
  return {
    words,
    hcl,
    paste: `this.addOverride(${JSON.stringify(`resource.${resource}.${place.join(".")}`)}, ${before})`,
  };
}

/** The path of an argument in a body, where a block is an object or a list of them; undefined where an expression stands in its way. */
function placeIn(body: Json, [step, ...deeper]: readonly string[]): string[] | undefined {
  if (step === undefined) return [];
  if (body === null || typeof body !== "object") return undefined;
  if (isIndex(step) && !Array.isArray(body)) return placeIn(body, deeper);
  if (deeper.length === 0) return [step];
  const place = placeIn((body as Readonly<Record<string, Json>>)[step] ?? null, deeper);
  return place && [step, ...place];
}

function isIndex(step: string): boolean {
  return /^\d+$/.test(step);
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
