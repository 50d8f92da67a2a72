import { Plausible } from "../lib/engine";
import type { Json } from "../lib/terraform";
import type { Schemas } from "./engine-folder";
import { type Declared, type StandIn, valueWith } from "./stand-ins";

const META = ["count", "for_each", "provider", "depends_on", "lifecycle"];

/** What data sources of Scaleway may answer, the same before and after an edit: what they are asked by, and what they have besides. */
export function answersBy(schemas: Schemas): StandIn {
  return (declared, asked) => {
    const schema = schemas.get(declared.type);
    if (schema === undefined) return unknownAnswer(declared, asked);
    const region = textIn(declared.given.get("region")) ?? "fr-par";
    const zone = textIn(declared.given.get("zone")) ?? `${region}-1`;
    const plausible = new Plausible({ address: declared.address, type: declared.type, region, zone }, schema);
    const attributes = Object.entries(schema.block.attributes ?? {}).map(([name, attribute]): [string, Json] => [
      name,
      attribute.computed === true ? plausible.attribute(name, name, attribute) : null,
    ]);
    const blocks = Object.keys(schema.block.block_types ?? {}).map((name): [string, Json] => [name, []]);
    const answer = literalOf(Object.fromEntries([...attributes, ...blocks]));
    const given = argumentsOf(declared);
    return given.length === 0 ? answer : `merge(${answer}, {\n${given.join("")}  })`;
  };
}

/** What it is looked for by is what it is. */
function argumentsOf({ type, given }: Declared): string[] {
  return [...given].flatMap(([name, value]) => {
    if (META.includes(name) || /\b(?:each|count)\./.test(value)) return [];
    const isId = name.endsWith("_id") && `_${type}`.endsWith(`_${name.slice(0, -3)}`);
    return [`    ${name} = ${value}\n`, ...(isId ? [`    id = ${value}\n`] : [])];
  });
}

/** A value for what nobody describes: a text for each attribute that is asked. */
export const unknownAnswer: StandIn = ({ address }, asked) =>
  literalOf(valueWith(asked, (path) => `${address}-${path}`.replaceAll(".", "-")));

/** A value as an expression of Terraform. */
function literalOf(value: Json): string {
  return JSON.stringify(value).replaceAll(/[$%]\{/g, (start) => `${start.charAt(0)}${start}`);
}

function textIn(expression: string | undefined): string | undefined {
  return /^"([^"$%]*)"$/.exec(expression ?? "")?.[1];
}
