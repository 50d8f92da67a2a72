import type { ArgumentTable, ResourceArguments } from "../../lib/provider";
import type { Provider } from "../provider";
import { acceptedValues, wholeNumbers } from "./accepted-values";
import { argumentSet } from "./argument-set";
import { acceptedFormats } from "./formats";
import { mostElements } from "./max-items";
import { relationsOf } from "./relations";

/** Asks one version of a provider what each of its resources takes. */
export async function argumentTable(source: string, version: string, provider: Provider): Promise<ArgumentTable> {
  const resources: Record<string, ResourceArguments> = {};
  for (const [type, schema] of await provider.schemas()) {
    const accepted = await acceptedValues(provider, schema);
    const formats = await acceptedFormats(provider, schema);
    const most = await mostElements(provider, schema);
    const whole = await wholeNumbers(provider, schema);
    const timeouts = schema.fields.find(({ name }) => name === "timeouts")?.fields.map(({ name }) => name);
    const relations = await relationsOf(provider, schema);
    resources[type] = {
      ...argumentSet(schema.fields, { accepted, formats, most, whole, refused: relations.refused }),
      ...(timeouts === undefined ? {} : { timeouts }),
      ...relations.found,
    };
  }
  return { provider: source, version, resources };
}
