import type { Json } from "../values";
import { type Expression, referencesOf } from "./syntax";
import { isTemplate, parseExpression, parseTemplate, referencesInText } from "./template";

/** Roots whose addresses have a type and a name after them. */
const prefixed = new Set(["data", "ephemeral"]);

/** The templates in a body of configuration, but for what is no expression: comments and `depends_on`. */
export function* templatesIn(json: Json): Generator<string> {
  if (typeof json === "string") {
    if (isTemplate(json)) yield json;
  } else if (json !== null && typeof json === "object") {
    for (const [key, part] of Object.entries(json)) {
      if (key === "depends_on" || key === "//") continue;
      if (isTemplate(key)) yield key;
      yield* templatesIn(part);
    }
  }
}

/** What an expression refers to, by address: `scaleway_vpc.main`, `data.scaleway_vpc.main`, `local.name`, `module.it`. */
export function addressesOf(expression: Expression): string[] {
  return referencesOf(expression).flatMap((reference) => referencedAddress(reference) ?? []);
}

/** What a string of Terraform JSON refers to, once each. */
export function referencesIn(template: string): string[] {
  return isTemplate(template) ? [...new Set(addressesOf(parseTemplate(template)))] : [];
}

/** What a bare expression refers to, such as an entry of `depends_on`, which is one without `${}`; once each. */
export function traversalsIn(text: string): string[] {
  const parsed = parseExpression(text);
  const references = parsed === undefined ? referencesInText(text) : [parsed];
  return [...new Set(references.flatMap(addressesOf))];
}

/** The attributes that a string of Terraform JSON asks of an address, directly or of its instances. */
export function attributesAskedOf(address: string, template: string): string[] {
  if (!isTemplate(template)) return [];
  return attributesIn(parseTemplate(template)).flatMap((asked) =>
    asked.address === address ? (asked.attribute ?? []) : [],
  );
}

/** What an expression refers to, with the attribute that it asks for; undefined where it takes the object as a whole. */
export function attributesIn(expression: Expression): { address: string; attribute: string | undefined }[] {
  return referencesOf(expression).flatMap((reference) => {
    const address = referencedAddress(reference);
    if (address === undefined) return [];
    return [{ address, attribute: namesOf(reference)[address.split(".").length] }];
  });
}

/** The address that a reference begins with; undefined for what is shorter than one. */
export function referencedAddress(reference: Expression): string | undefined {
  const names = namesOf(reference);
  const length = prefixed.has(names[0] ?? "") ? 3 : 2;
  return names.length < length ? undefined : names.slice(0, length).join(".");
}

/** The names of a reference without its indices, and without the `resource` that may stand before them. */
function namesOf(reference: Expression): string[] {
  const names: string[] = [];
  let node = reference;
  while (node.kind === "attribute" || node.kind === "index") {
    if (node.kind === "attribute") names.unshift(node.name);
    node = node.of;
  }
  if (node.kind !== "name") return [];
  return node.name === "resource" ? names : [node.name, ...names];
}
