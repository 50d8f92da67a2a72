/** An instance's address is its resource's address plus, with count or for_each, a key. */
export type InstanceKey = number | string | undefined;

const trailingKey = /\[(\d+|"(?:[^"\\]|\\.)*")\]$/;

/** Terraform's notation of one instance: `type.name`, `type.name[0]`, `type.name["key"]`. */
export function instanceAddress(resource: string, key: InstanceKey): string {
  if (key === undefined) return resource;
  return typeof key === "number" ? `${resource}[${key}]` : `${resource}[${JSON.stringify(key)}]`;
}

/** Splits an address into its resource and its key. */
export function splitAddress(address: string): { resource: string; key: InstanceKey } {
  const match = address.endsWith("]") ? trailingKey.exec(address) : undefined;
  if (!match?.[1]) return { resource: address, key: undefined };
  const resource = address.slice(0, match.index);
  return { resource, key: match[1].startsWith('"') ? unquoted(match[1]) : Number(match[1]) };
}

/** An address as written in a block, without the interpolation older syntax puts around it. */
export function writtenAddress(text: string): string {
  const trimmed = text.trim();
  const inner = /^\$\{(.*)\}$/s.exec(trimmed)?.[1] ?? trimmed;
  const { resource, key } = splitAddress(inner.trim());
  return instanceAddress(resource, key);
}

/** Type of the resource at an address, also inside modules: `module.a.scaleway_vpc.b[0]` is a `scaleway_vpc`. */
export function typeOf(address: string): string {
  const parts = splitAddress(address).resource.split(".");
  return parts[parts.length - 2] ?? "";
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

/** The provider block that a resource of a type has when it names none: `scaleway_vpc` has `scaleway`. */
export function usualProviderOf(type: string): string {
  const end = type.indexOf("_");
  return end < 0 ? type : type.slice(0, end);
}
