import { newestRelease } from "kapsule-guard/provider";
import { Address, OpaqueValue, unmark, type Value } from "kapsule-guard/terraform";

import { Reference } from "./argument-value";
import { type ImportedResource, textOf } from "./imported-resource";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Finds the resource that an id belongs to, so that the new configuration refers to it as a program would. */
export class References {
  private readonly byId = new Map<string, ImportedResource>();
  private byDigest: ReadonlyMap<string, Reference> | undefined;
  private readonly byUuid = new Map<string, ImportedResource | undefined>();

  constructor(private readonly importedResources: readonly ImportedResource[]) {
    for (const importedResource of importedResources) {
      const { id } = importedResource;
      if (id === undefined || isBorrowed(importedResource, id)) continue;
      this.byId.set(id, importedResource);
      const uuid = uuidIn(id);
      // One uuid of two resources belongs to neither.
      if (uuid !== undefined) this.byUuid.set(uuid, this.byUuid.has(uuid) ? undefined : importedResource);
    }
  }

  /** A reference to the resource that an id is of. @param loosely Whether its uuid will do. */
  public ofId(id: string, from: ImportedResource, loosely: boolean): Reference | undefined {
    const found = this.byId.get(id) ?? (loosely && UUID.test(id) ? this.byUuid.get(id) : undefined);
    return found === undefined || found === from ? undefined : new Reference(found.address, "id", found.id);
  }

  /** A reference by its name in an expression, such as `module.a.scaleway_vpc.b.id`. */
  public ofName(name: string): Reference | undefined {
    const [, object = "", attribute = ""] = /^(.*)\.(\w+)$/s.exec(name) ?? [];
    const address = Address.tryParse(object);
    const found = this.importedResources.find((each) => each.address === address);
    return found === undefined ? this.ofDigest(name) : referenceTo(found, attribute);
  }

  /** Of an address that not everybody may read, such as one with a range as its key, an opaque value has a digest. */
  private ofDigest(key: string): Reference | undefined {
    if (!isDigest(key)) return undefined;
    this.byDigest ??= new Map(this.importedResources.flatMap(digestsOf));
    return this.byDigest.get(key);
  }
}

function isDigest(key: string): boolean {
  return / [0-9a-f]{32}$/.test(key);
}

/** References to what a resource has, by the keys that stand for it in expressions. */
function digestsOf(importedResource: ImportedResource): [string, Reference][] {
  const attributes = new Set(["id", ...newestRelease.behaviourOf(importedResource.address.type).attributes.keys()]);
  return [...attributes]
    .map((name): [string, Reference] => [
      new OpaqueValue(`${importedResource.address}.${name}`).key,
      referenceTo(importedResource, name),
    ])
    .filter(([key]) => isDigest(key));
}

function referenceTo({ address, values }: ImportedResource, attribute: string): Reference {
  return new Reference(address, attribute, textOf(values, attribute));
}

/** Some resources have the id of what they belong to: an allow list that of its cluster. */
function isBorrowed({ values }: ImportedResource, id: string): boolean {
  return [...values].some(([name, value]) => name !== "id" && isString(value, id));
}

function isString(value: Value, text: string): boolean {
  return unmark(value)[0] === text;
}

function uuidIn(id: string): string | undefined {
  const last = id.slice(id.lastIndexOf("/") + 1);
  return UUID.test(last) ? last : undefined;
}
