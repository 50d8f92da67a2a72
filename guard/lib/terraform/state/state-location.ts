import { canonical, isMap, sha256, unmarkDeep, type Value, type ValueMap } from "../values";

/** Settings that tell one state from another, by backend; all others are credentials, or how the state is reached. */
const identifying: Readonly<Record<string, readonly string[]>> = {
  azurerm: ["storage_account_name", "container_name", "key"],
  cloud: ["hostname", "organization", "workspaces"],
  consul: ["datacenter", "path"],
  cos: ["bucket", "prefix", "key"],
  gcs: ["bucket", "prefix"],
  http: ["address"],
  kubernetes: ["namespace", "secret_suffix"],
  local: ["path", "workspace_dir"],
  oss: ["bucket", "prefix", "key"],
  pg: ["conn_str", "schema_name"],
  remote: ["hostname", "organization", "workspaces"],
  s3: ["bucket", "key", "workspace_key_prefix"],
  swift: ["container", "archive_container", "state_name"],
};

/** Settings with an address in them that may carry a user, a password or a token. */
const addresses = new Set(["address", "conn_str", "hostname"]);

/**
 * A short name for the place of a state, the same on every machine and without credentials.
 *
 * @param type Of the backend, such as `s3`.
 * @param settings Of the backend, as they are evaluated.
 */
export function stateLocation(type: string, settings: ValueMap): string {
  const parts = (identifying[type] ?? []).flatMap((name) => {
    const value = unmarkDeep(settings.get(name) ?? null);
    return value === null ? [] : [`${name}=${shown(type, name, value)}`];
  });
  return [type, ...parts].join(" ");
}

/**
 * The place of a state as it is on this machine, to tell two of them apart: local files by their whole path, and Terraform
 * Cloud's workspaces whichever of its two backends names them.
 */
export function exactStateLocation(type: string, settings: ValueMap): string {
  const path = unmarkDeep(settings.get("path") ?? null);
  if (type === "local" && typeof path === "string") return `local path=${path}`;
  return stateLocation(type === "cloud" ? "remote" : type, settings);
}

function shown(type: string, name: string, value: Value): string {
  if (typeof value !== "string") return sha256(canonical(value)).slice(0, 16);
  if (type === "local") return fileName(value);
  return addresses.has(name) ? withoutCredentials(value) : value;
}

/** A local state is kept under the folder that the project is checked out to, which is another on each machine. */
function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** Host and path of a URL, or of a connection string of `key=value` pairs. */
function withoutCredentials(address: string): string {
  const pairs = new Map(
    [...address.matchAll(/(\w+)\s*=\s*('(?:[^'\\]|\\.)*'|\S+)/g)].map(([, key, value]) => [key, value]),
  );
  if (!address.includes("://") && pairs.size > 0) {
    return ["host", "hostaddr", "port", "dbname"].flatMap((key) => pairs.get(key) ?? []).join("/");
  }
  const [, scheme = "", rest = ""] = /^([a-z][a-z0-9+.-]*:\/\/)?(.*)$/is.exec(address) ?? [];
  const place = rest.replace(/[?#].*$/s, "");
  const slash = place.indexOf("/");
  const [authority, path] = slash < 0 ? [place, ""] : [place.slice(0, slash), place.slice(slash)];
  // A password may hold a slash that nobody encoded, so that its "@" comes after what looks like the authority.
  const at = place.lastIndexOf("@");
  return at < 0 ? `${scheme}${authority}${path}` : `${scheme}${place.slice(at + 1)}`;
}

/** The key under which the reading of a state is known, wherever it is read. @param location As `stateLocation` names it. */
export function remoteStateKey(location: string): string {
  return `terraform_remote_state ${location}`;
}

/**
 * What a `terraform_remote_state` data source asks, reduced to the state it reads.
 *
 * @param given Its arguments.
 */
export function remoteStateLocation(given: ValueMap): string {
  return located(given, stateLocation);
}

/** The same, to tell two states apart on this machine. */
export function exactRemoteStateLocation(given: ValueMap): string {
  return located(given, exactStateLocation);
}

function located(given: ValueMap, locate: typeof stateLocation): string {
  const type = unmarkDeep(given.get("backend") ?? null);
  const settings = unmarkDeep(given.get("config") ?? null);
  const workspace = unmarkDeep(given.get("workspace") ?? null);
  const place = locate(typeof type === "string" ? type : "", isMap(settings) ? settings : new Map<string, Value>());
  return typeof workspace === "string" ? `${place} workspace=${workspace}` : place;
}
