import { withValueAt } from "../places";
import type { Provider } from "../provider";
import { argumentFields, isTexts, type ResourceSchema, withoutIndices } from "../schema";
import { around } from "./around";

const SUPPORTS = /^Attribute (\S+) supports (\d+) item maximum, but config has (\d+) declared/;
/** More than any argument is limited to. */
const MANY = 200;

/** The most elements that a list of texts takes, by path, where the provider limits them. */
export async function mostElements(provider: Provider, schema: ResourceSchema): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const field of argumentFields(schema.fields).filter(isTexts)) {
    const elements = Array.from({ length: MANY }, (_, index) => `element-${index}`);
    const messages = await provider.validate(
      schema.type,
      withValueAt(schema, around(schema, field), field.path, elements),
    );
    for (const message of messages) {
      const [, path = "", most] = SUPPORTS.exec(message) ?? [];
      if (withoutIndices(path) === field.path) found.set(field.path, Number(most));
    }
  }
  return found;
}
