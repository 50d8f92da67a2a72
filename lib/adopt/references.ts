import { behaviourOf } from "kapsule-guard/provider";
import { OpaqueValue, unmark, type Value } from "kapsule-guard/terraform";

import { type Adoptee, textOf } from "./adoptee";
import { Reference } from "./written";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Finds the resource that an id belongs to, so that the new configuration refers to it as a program would. */
export class References {
  private readonly byId = new Map<string, Adoptee>();
  private byDigest: ReadonlyMap<string, Reference> | undefined;
  private readonly byUuid = new Map<string, Adoptee | undefined>();

  constructor(private readonly adoptees: readonly Adoptee[]) {
    for (const adoptee of adoptees) {
      const { id } = adoptee;
      if (id === undefined || isBorrowed(adoptee, id)) continue;
      this.byId.set(id, adoptee);
      const uuid = uuidIn(id);
      // One uuid of two resources belongs to neither.
      if (uuid !== undefined) this.byUuid.set(uuid, this.byUuid.has(uuid) ? undefined : adoptee);
    }
  }

  /** A reference to the resource that an id is of. @param loosely Whether its uuid will do. */
  public ofId(id: string, from: Adoptee, loosely: boolean): Reference | undefined {
    const found = this.byId.get(id) ?? (loosely && UUID.test(id) ? this.byUuid.get(id) : undefined);
    return found === undefined || found === from ? undefined : new Reference(found.address, "id", found.id);
  }

  /** A reference by its name in an expression, such as `module.a.scaleway_vpc.b.id`. */
  public ofName(name: string): Reference | undefined {
    const found = this.adoptees.find(({ address }) => name.startsWith(`${address}.`));
    if (found === undefined) return this.ofDigest(name);
    const attribute = name.slice(found.address.length + 1);
    return /^\w+$/.test(attribute) ? referenceTo(found, attribute) : undefined;
  }

  /** Of an address that not everybody may read, such as one with a range as its key, an opaque value has a digest. */
  private ofDigest(key: string): Reference | undefined {
    if (!isDigest(key)) return undefined;
    this.byDigest ??= new Map(this.adoptees.flatMap(digestsOf));
    return this.byDigest.get(key);
  }
}

function isDigest(key: string): boolean {
  return / [0-9a-f]{32}$/.test(key);
}

/** References to what a resource has, by the keys that stand for it in expressions. */
function digestsOf(adoptee: Adoptee): [string, Reference][] {
  const attributes = new Set(["id", ...behaviourOf(adoptee.type).attributes.keys()]);
  return [...attributes]
    .map((name): [string, Reference] => [new OpaqueValue(`${adoptee.address}.${name}`).key, referenceTo(adoptee, name)])
    .filter(([key]) => isDigest(key));
}

function referenceTo({ address, values }: Adoptee, attribute: string): Reference {
  return new Reference(address, attribute, textOf(values, attribute));
}

/** Some resources have the id of what they belong to: an allow list that of its cluster. */
function isBorrowed({ values }: Adoptee, id: string): boolean {
  return [...values].some(([name, value]) => name !== "id" && isText(value, id));
}

function isText(value: Value, text: string): boolean {
  return unmark(value)[0] === text;
}

function uuidIn(id: string): string | undefined {
  const last = id.slice(id.lastIndexOf("/") + 1);
  return UUID.test(last) ? last : undefined;
}
