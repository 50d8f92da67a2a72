import { sha256 } from "../values/digest";
import { isJsonObject, type JsonObject, literal, property } from "../values/json";
import { canonical } from "../values/walk";

/** What tells one state file from another in a backend's settings; the rest is credentials, or where it is reached. */
const identifying = [
  "bucket",
  "container_name",
  "key",
  "path",
  "prefix",
  "schema_name",
  "workspace_key_prefix",
  "address",
];

/** A short name for where the state of a configuration is; undefined when the configuration does not say. */
export function backendOf(input: unknown): string | undefined {
  const terraform = isJsonObject(input) ? firstObject(property(input, "terraform")) : undefined;
  const backend = terraform && firstObject(property(terraform, "backend"));
  for (const [type, body] of Object.entries(backend ?? {})) {
    if (type !== "//") return named(type, firstObject(body) ?? {});
  }
  const cloud = terraform && firstObject(property(terraform, "cloud"));
  return cloud && named("cloud", cloud);
}

function named(type: string, body: JsonObject): string {
  if (type === "cloud" || type === "remote") {
    const named = Object.entries(body).filter(([name]) => name !== "token");
    return `${type} ${sha256(canonical(literal(Object.fromEntries(named)))).slice(0, 16)}`;
  }
  const parts = identifying.flatMap((name) => {
    const value = property(body, name);
    return typeof value === "string" ? [`${name}=${type === "local" ? fileName(value) : value}`] : [];
  });
  return [type, ...parts].join(" ");
}

/** A local state is kept under the folder that the project is checked out to, which is another on each machine. */
function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

function firstObject(value: unknown): JsonObject | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isJsonObject(first) ? first : undefined;
}
