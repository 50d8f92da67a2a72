import type { ImportedResource, NamePart } from "./imported-resource";

/** Names that say nothing, beside a type that does. */
const EMPTY_NAMES = ["this", "main", "default", "self", "resource"];
/** Words that a constant in TypeScript cannot be called, and what the generated program calls otherwise. */
const RESERVED = new Set(
  (
    "app arguments await break case catch class const constructor continue debugger default delete do else enum eval " +
    "export extends false finally for function guard if implements import in instanceof interface let new null package " +
    "private protected public return static super switch this throw true try typeof var void while with yield id scope"
  ).split(" "),
);

/** Ids that CDKTF leaves out of addresses, or that are no ids to it. */
function isImpossible(id: string): boolean {
  return id === "Default" || id === "Resource" || id in Object.prototype;
}

/** What a resource is called where its own name says nothing: the last word or two of its type. */
const KINDS: Readonly<Record<string, string>> = {
  scaleway_instance_security_group: "security-group",
  scaleway_k8s_acl: "api-access",
  scaleway_k8s_cluster: "cluster",
  scaleway_k8s_pool: "pool",
  scaleway_rdb_instance: "database",
  scaleway_vpc_private_network: "network",
  scaleway_vpc_public_gateway: "gateway",
  scaleway_vpc_public_gateway_ip: "gateway-ip",
  scaleway_vpc_gateway_network: "gateway-network",
};

/** Ids of constructs, and names of constants, each of which is there once. */
export class Names {
  private readonly ids = new Map<string, Set<string>>();
  private readonly constants = new Set<string>();

  constructor(private readonly importedResources: readonly ImportedResource[]) {}

  /** An id for a resource among those of a scope. */
  public idIn(scope: string, importedResource: ImportedResource, reserved = /^$/): string {
    const taken = this.ids.get(scope) ?? new Set<string>();
    this.ids.set(scope, taken);
    const kind = kindOf(importedResource.address.type);
    const named = idOf(importedResource.names.filter(({ text, isKey }) => isKey || !EMPTY_NAMES.includes(text)));
    const all = idOf(importedResource.names);
    // What several resources are called tells less than what only one of them is.
    const shared = this.importedResources.filter(({ names }) => idOf(names) === all).length > 1;
    const only =
      this.importedResources.filter(({ address }) => address.type === importedResource.address.type).length === 1;
    const first = named === "" || (shared && only) ? kind : named;
    const candidates = [first, `${kind}-${named === "" ? all : named}`, `${kind}-${all}`];
    // An id at the top is a name in Terraform, too, which begins with a letter.
    const free = (id: string) => /^[A-Za-z_]/.test(id) && !isImpossible(id) && !taken.has(id) && !reserved.test(id);
    const id = candidates.find(free) ?? numbered(candidates.at(-1) ?? kind, free);
    taken.add(id);
    return id;
  }

  /** An id for something else at the top of the stack, with a number where it is taken. */
  public claim(id: string): string {
    const taken = this.ids.get("") ?? new Set<string>();
    this.ids.set("", taken);
    const free = numbered(id, (each) => !taken.has(each));
    taken.add(free);
    return free;
  }

  /** Gives an id back that is not used after all. */
  public release(scope: string, id: string): void {
    this.ids.get(scope)?.delete(id);
  }

  /** A constant for what has an id. */
  public constant(id: string): string {
    const camel = id.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? "").toUpperCase());
    const lower = camel.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
    const usable =
      /^[A-Za-z_$]/.test(lower) && !RESERVED.has(lower)
        ? lower
        : `the${lower.charAt(0).toUpperCase()}${lower.slice(1)}`;
    const name = numbered(usable, (each) => !this.constants.has(each));
    this.constants.add(name);
    return name;
  }
}

/** A short word for a type. */
export function kindOf(type: string): string {
  return KINDS[type] ?? type.replace(/^scaleway_/, "").replaceAll("_", "-");
}

function idOf(names: readonly NamePart[]): string {
  return names
    .map(({ text }) => text)
    .join("-")
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

function numbered(name: string, free: (name: string) => boolean): string {
  for (let i = 1; ; i += 1) {
    const candidate = i === 1 ? name : `${name}${i}`;
    if (free(candidate)) return candidate;
  }
}
