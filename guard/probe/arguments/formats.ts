import { FORMATS, FORMLESS } from "../../lib/provider";
import { withValueAt } from "../places";
import type { Provider } from "../provider";
import { argumentFields, type Field, isTexts, type ResourceSchema } from "../schema";
import type { Value } from "../value";
import { around } from "./around";

/** The formats of the texts that an argument takes, by path, where it takes no text without one. */
export async function acceptedFormats(
  provider: Provider,
  schema: ResourceSchema,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const field of argumentFields(schema.fields).filter((each) => each.type === "string" || isTexts(each))) {
    const formats = await formatsOf(provider, schema, field);
    if (formats.length > 0) found.set(field.path, formats);
  }
  return found;
}

async function formatsOf(provider: Provider, schema: ResourceSchema, field: Field): Promise<string[]> {
  const base = around(schema, field);
  const ask = async (text: string): Promise<ReadonlySet<string>> => {
    const value: Value = isTexts(field) ? [text] : text;
    const messages = await provider.validate(schema.type, withValueAt(schema, base, field.path, value));
    return new Set(messages.map((message) => message.replaceAll(text, "?")));
  };
  const samples = Object.entries(FORMATS).flatMap(([name, format]) => format.samples.map((text) => ({ name, text })));
  const messages = await Promise.all(samples.map(({ text }) => ask(text)));
  const formless = await Promise.all(FORMLESS.map(ask));
  // What every string is told is about something else.
  const others = [...(messages[0] ?? [])].filter((message) =>
    [...messages, ...formless].every((each) => each.has(message)),
  );
  const isTaken = (messages: ReadonlySet<string> | undefined): boolean => messages?.size === others.length;
  if (formless.some(isTaken)) return [];
  const refused = new Set(samples.filter((_, index) => !isTaken(messages[index])).map(({ name }) => name));
  return Object.keys(FORMATS).filter((name) => !refused.has(name));
}
