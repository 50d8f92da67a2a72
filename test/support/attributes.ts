/** Attributes by their path, such as `scaleway_k8s_cluster.cni`, of a configuration with one resource of each type. */
export function attributesByPath(configuration: {
  readonly resource?: object;
  readonly data?: object;
}): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [prefix, section] of [
    ["", configuration.resource],
    ["data.", configuration.data],
  ] as const) {
    for (const [type, named] of Object.entries(section ?? {})) {
      const bodies = Object.values(named as object);
      if (bodies.length !== 1) throw new Error(`${type}: ${bodies.length} resources, expected one`);
      flatten(`${prefix}${type}`, bodies[0], found);
    }
  }
  return found;
}

function flatten(path: string, value: unknown, into: Record<string, unknown>): void {
  if (typeof value !== "object" || value === null) {
    into[path] = typeof value === "string" ? withoutNames(value) : value;
    return;
  }
  for (const [key, entry] of Object.entries(value)) {
    const isMetadata = key === "//" && typeof entry === "object";
    if (!isMetadata) flatten(`${path}.${key}`, entry, into);
  }
}

/** Which name a resource has in the configuration is not part of what it is. */
function withoutNames(text: string): string {
  return text.replace(/\b(scaleway_\w+?)\.[\w-]+/g, "$1");
}
