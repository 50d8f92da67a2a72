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

/** An address as written in a block, without the interpolation older syntax puts around it, and with keys as they are. */
export function writtenAddress(text: string): string {
  const trimmed = text.trim();
  const inner = /^\$\{(.*)\}$/s.exec(trimmed)?.[1] ?? trimmed;
  const { resource, key } = splitAddress(inner.trim().replace(/([$%])\1\{/g, "$1{"));
  return instanceAddress(resource, key);
}

/** An address for a block, in whose keys Terraform sees no template. */
export function addressForBlock(address: string): string {
  return address.replace(/(?<![$%])[$%]\{/g, (start) => `${start.charAt(0)}${start}`);
}

/** One module on the way to an object: `module.a["x"]`. */
export interface ModuleStep {
  readonly name: string;
  readonly key: InstanceKey;
}

const moduleStep = /^module\.([^.[\]"]+)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?(?:\.|$)/;

/** Splits an address into the modules on its way and what is inside the last of them, which is empty for a module. */
export function splitModules(address: string): { modules: readonly ModuleStep[]; inside: string } {
  const modules: ModuleStep[] = [];
  let inside = address;
  for (let match = moduleStep.exec(inside); match; match = moduleStep.exec(inside)) {
    modules.push({ name: match[1] ?? "", key: splitAddress(`x${match[2] ?? ""}`).key });
    inside = inside.slice(match[0].length);
  }
  return { modules, inside };
}

/** The address of what is inside some modules; of the last module itself where nothing is. */
export function insideModules(modules: readonly ModuleStep[], inside: string): string {
  const steps = modules.map(({ name, key }) => instanceAddress(`module.${name}`, key));
  return [...steps, ...(inside === "" ? [] : [inside])].join(".");
}

/** The address of a module's call, without keys: `module.a.module.b` for `module.a["x"].module.b[0].t.n`. */
export function callOf(modules: readonly ModuleStep[]): string {
  return insideModules(
    modules.map(({ name }) => ({ name, key: undefined })),
    "",
  );
}

/** An address without the keys of instances and of the modules on the way, as `removed` blocks name it. */
export function withoutKeys(address: string): string {
  const { modules, inside } = splitModules(address);
  const { resource } = splitAddress(inside);
  return [callOf(modules), resource].filter((part) => part !== "").join(".");
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
export function defaultProviderOf(type: string): string {
  const end = type.indexOf("_");
  return end < 0 ? type : type.slice(0, end);
}
