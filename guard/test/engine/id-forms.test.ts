import schemas from "../../../provider/schema.json";
import { Filling } from "../../lib/engine/filling";
import table from "../../lib/engine/id-forms.json";
import { Plausible } from "../../lib/engine/plausible";
import type { BlockSchema } from "../../lib/engine/schemas";
import type { Json } from "../../lib/terraform/values/json";
import { formOf } from "../../probe/ids/forms";

const [provider] = Object.values(schemas.provider_schemas);
const blocks = provider!.resource_schemas as unknown as Record<string, { block: BlockSchema }>;

/** An object of a type of which only the apply knows all that the provider computes. */
function made(type: string): Record<string, unknown> {
  const { block } = blocks[type]!;
  const computed = Object.entries(block.attributes ?? {}).filter(([, { computed }]) => computed === true);
  const site = { address: `${type}.x`, type, region: "nl-ams", zone: "nl-ams-1" };
  const unknown = Object.fromEntries(computed.map(([name]) => [name, true]));
  return new Filling(new Plausible(site, { version: 0, block })).block(block, {}, unknown, undefined);
}

function textsAt(value: unknown, [name, ...rest]: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => textsAt(each, [name!, ...rest]));
  if (name === undefined || typeof value !== "object" || value === null)
    return typeof value === "string" ? [value] : [];
  const inner = (value as Record<string, Json>)[name];
  return rest.length === 0 && typeof inner === "string" ? [inner] : textsAt(inner, rest);
}

const recorded = Object.entries(table).flatMap(([type, forms]) =>
  Object.entries(forms).map(([path, form]): [string, string, string] => [type, path, form]),
);

test("every id of a simulated state is written as in the recorded ones", () => {
  const compared = recorded.flatMap(([type, path, form]) =>
    textsAt(made(type), path.split(".")).map((text) => [type, path, formOf(text), form] as const),
  );
  expect(compared.length).toBeGreaterThan(150);
  expect(compared.filter(([, , simulated, real]) => simulated !== real)).toEqual([]);
});

test("every type whose id was recorded has the form of its schema, but for these", () => {
  const bySchema = (type: string): string => {
    const { block } = blocks[type]!;
    const site = { address: `${type}.x`, type: "scaleway_unrecorded", region: "nl-ams", zone: "nl-ams-1" };
    const plausible = new Plausible(site, { version: 0, block });
    return formOf(new Filling(plausible).block(block, {}, { id: true }, undefined).id as string);
  };
  const others = recorded.filter(([type, path, form]) => path === "id" && form !== bySchema(type));
  expect(others.map(([type, , form]) => `${type} ${form}`)).toMatchSnapshot();
});
