import { createHash } from "node:crypto";

import { isJsonObject, type Json } from "../terraform";
import { dummyProject } from "./environment";
import idForms from "./id-forms.json";
import type { AttributeSchema, BlockSchema, ResourceSchema } from "./schemas";

/** Where a resource is, and which one it is. */
export interface Site {
  readonly address: string;
  readonly type: string;
  readonly region: string;
  readonly zone: string;
}

const MOMENT = "2024-01-01T00:00:00Z";

/** What is chosen where the configuration leaves the choice, as far as the provider plans by it; ids of time are times. */
const chosen: Readonly<Record<string, Json>> = {
  "scaleway_k8s_cluster.type": "kapsule",
  "time_offset.id": MOMENT,
  "time_rotating.id": MOMENT,
  "time_sleep.id": MOMENT,
  "time_static.id": MOMENT,
};

/** How ids are written, by type and attribute: `zone/uuid`. From states that the provider's own tests leave when they replay recorded answers. */
const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = idForms;

const byName: readonly (readonly [RegExp, (site: Site, seed: string) => Json])[] = [
  [/^zone$/, ({ zone }) => zone],
  [/^region$/, ({ region }) => region],
  [/^(?:project|organization)_id$/, () => dummyProject],
  [/(?:^|_)id$/, (_, seed) => uuid(seed)],
  [/_at$|_date$|^date_/, () => MOMENT],
  [/subnet|cidr|range/, () => "192.0.2.0/24"],
  [/(?:^|_)ips?$|address/, () => "192.0.2.1"],
  [/url$|endpoint/, () => "https://example.com"],
];

/** Makes up values that an apply could have found, the same ones for the same resource. */
export class Plausible {
  constructor(
    private readonly site: Site,
    private readonly schema: ResourceSchema,
  ) {}

  attribute(name: string, path: string, schema: AttributeSchema): Json {
    if (schema.nested_type !== undefined) return this.nested(path, schema.nested_type);
    const known = chosen[`${this.site.type}.${path}`];
    if (known !== undefined) return known;
    return this.value(name, path, schema.type ?? "string");
  }

  /** A block that only the apply knows the number of. */
  block(path: string, block: BlockSchema): Json {
    const attributes = Object.entries(block.attributes ?? {}).map(([name, attribute]): [string, Json] => [
      name,
      attribute.computed === true ? this.attribute(name, `${path}.${name}`, attribute) : null,
    ]);
    const blocks = Object.keys(block.block_types ?? {}).map((name): [string, Json] => [name, []]);
    return Object.fromEntries([...attributes, ...blocks]);
  }

  private nested(path: string, { nesting_mode, attributes }: NonNullable<AttributeSchema["nested_type"]>): Json {
    if (nesting_mode === "map") return {};
    if (nesting_mode !== "single") return [];
    return this.block(path, { attributes });
  }

  /** Of what nobody has recorded, the schema tells: ids begin with the locality, and what has both is where its region is set. */
  private form(): string {
    const { zone, region } = this.schema.block.attributes ?? {};
    if (region !== undefined && (region.optional === true || zone === undefined)) return "region/uuid";
    return zone === undefined ? "uuid" : "zone/uuid";
  }

  private written(form: string, path: string): string {
    const { region, zone, address } = this.site;
    return form
      .split("/")
      .map((part, index) => {
        if (part === "zone") return zone;
        if (part === "region") return region;
        const seed = index < 2 ? `${address}.${path}` : `${address}.${path}.${index}`;
        return part === "uuid" ? uuid(seed) : digest(seed).slice(0, 8);
      })
      .join("/");
  }

  private value(name: string, path: string, type: Json): Json {
    if (type === "string") return this.text(name, path);
    if (type === "number") return 1;
    if (type === "bool") return false;
    if (!Array.isArray(type)) return null;
    const [kind, of = null] = type;
    if (kind === "object") return this.object(path, of);
    if (kind === "map") return {};
    // What refers to the first element of a computed list of objects has to find one.
    return Array.isArray(of) && of[0] === "object" ? [this.object(path, of[1] ?? null)] : [];
  }

  private object(path: string, of: Json): Json {
    if (!isJsonObject(of)) return null;
    const entries = Object.entries(of).map(([name, type]) => [name, this.value(name, `${path}.${name}`, type)]);
    return Object.fromEntries(entries) as Json;
  }

  private text(name: string, path: string): Json {
    const form = forms[this.site.type]?.[path] ?? (path === "id" ? this.form() : undefined);
    if (form !== undefined) return this.written(form, path);
    const seed = `${this.site.address}.${path}`;
    const known = byName.find(([pattern]) => pattern.test(name));
    return known === undefined ? `${name}-${digest(seed).slice(0, 8)}` : known[1](this.site, seed);
  }
}

function digest(seed: string): string {
  return createHash("sha256").update(seed).digest("hex");
}

function uuid(seed: string): string {
  const hex = digest(seed);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
