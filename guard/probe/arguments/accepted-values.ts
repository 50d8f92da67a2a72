import { withValueAt } from "../places";
import type { Provider } from "../provider";
import { argumentFields, type Field, type ResourceSchema, withoutIndices } from "../schema";
import { around } from "./around";

const LISTED = /^expected (\S+) to be one of \["(.*)"\], got (.*)$/;
const NONSENSE = "no-such-value";

/** The texts that an argument takes, by path, where the provider names them all and takes each in this spelling alone. */
export async function acceptedValues(
  provider: Provider,
  schema: ResourceSchema,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const accepted = new Map<string, readonly string[]>();
  for (const field of argumentFields(schema.fields).filter(({ type }) => type === "string")) {
    const base = around(schema, field);
    const refusal = async (value: string): Promise<readonly string[] | undefined> =>
      listed(field, value, await provider.validate(schema.type, withValueAt(schema, base, field.path, value)));
    const values = await refusal(NONSENSE);
    if (values === undefined) continue;
    const others = await Promise.all(
      values.map(async (value) => [await refusal(value), await refusal(swapped(value))]),
    );
    const exact = others.every(
      ([own, other], i) => own === undefined && (other !== undefined || swapped(values[i] ?? "") === values[i]),
    );
    if (exact) accepted.set(field.path, [...values].sort());
  }
  return accepted;
}

/** The values that a refusal of one lists; undefined where that value is not refused so. */
function listed(field: Field, value: string, messages: readonly string[]): string[] | undefined {
  for (const message of messages) {
    const [, name = "", values, got] = LISTED.exec(message) ?? [];
    const path = withoutIndices(name);
    if (got === value && (path === field.path || path === field.name)) return values?.split('" "');
  }
  return undefined;
}

/** The same text in the other letter case. */
function swapped(value: string): string {
  return value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
}

const WHOLE = "Attribute must be a whole number";

/** Paths of the numbers that are refused with a fraction. */
export async function wholeNumbers(provider: Provider, schema: ResourceSchema): Promise<ReadonlySet<string>> {
  const numbers = argumentFields(schema.fields).filter(({ type }) => type === "number");
  const found = await Promise.all(
    numbers.map(async (field) => {
      const messages = await provider.validate(
        schema.type,
        withValueAt(schema, around(schema, field), field.path, 1.5),
      );
      return messages.some((message) => message.startsWith(WHOLE)) ? [field.path] : [];
    }),
  );
  return new Set(found.flat());
}
