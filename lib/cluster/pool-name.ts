import { createHash } from "node:crypto";

import { Fn, ref, Token } from "cdktf";

import { isToken } from "../core";

/** Settings of a pool for whose change the provider makes a new pool, by their names in `scaleway_k8s_pool`. */
export const IMMUTABLE_POOL_SETTINGS = [
  "container_runtime",
  "node_type",
  "placement_group_id",
  "public_ip_disabled",
  "root_volume_size_in_gb",
  "root_volume_type",
  "zone",
] as const;

/** Values of the immutable settings. What is undefined is not set; an inherited zone is left out, too. */
export type ImmutablePoolSettings = Partial<Record<(typeof IMMUTABLE_POOL_SETTINGS)[number], unknown>> & {
  readonly node_type: string;
};

/** What the provider takes where a setting is not set: to write it out makes no other pool. */
export const IMMUTABLE_POOL_DEFAULTS: Partial<ImmutablePoolSettings> = {
  container_runtime: "containerd",
  public_ip_disabled: false,
};

/** Hexadecimal digits of the digest in a derived name. */
const DIGITS = 6;
/** Characters that a derived name has beyond the pool's own. */
export const DERIVED_NAME_SUFFIX_LENGTH = DIGITS + 1;

/**
 * A name that changes with every immutable setting. The API refuses two pools of one name in a cluster, so that a pool
 * which is created before the old one is destroyed needs a new name.
 *
 * Only what is set is digested, with its name, so that a setting which a later version adds renames no pool without it.
 * Settings that are known only when Terraform runs are digested by Terraform, over the same text.
 */
export function derivePoolName(base: string, settings: ImmutablePoolSettings): string {
  const pairs = Object.entries({ ...settings, node_type: normalizeNodeType(settings.node_type) })
    .filter(([name, value]) => isSet(name as keyof ImmutablePoolSettings, value))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => pairOf(name, stringOf(value)));
  const digest = pairs.some(isToken)
    ? Fn.substr(Fn.sha1(Fn.join("|", pairs)), 0, DIGITS)
    : createHash("sha1").update(pairs.join("|")).digest("hex").slice(0, DIGITS);
  return `${base}-${digest}`;
}

/** CDKTF warns of a token inside a longer text in a function, so that Terraform joins the two. */
function pairOf(name: string, value: string): string {
  return isToken(value) ? Fn.join("=", [name, asToken(value)]) : `${name}=${value}`;
}

/** The provider takes an empty text for none. */
function isSet(name: keyof ImmutablePoolSettings, value: unknown): boolean {
  return value !== undefined && value !== "" && value !== IMMUTABLE_POOL_DEFAULTS[name];
}

/** The provider ignores letter case, hyphens and underscores here (`dsf.IgnoreCaseAndHyphen`). */
function normalizeNodeType(nodeType: string): string {
  if (isToken(nodeType)) return Fn.replace(Fn.replace(Fn.lower(asToken(nodeType)), "-", ""), "_", "");
  return nodeType.toLowerCase().replace(/[-_]/g, "");
}

function stringOf(value: unknown): string {
  return isToken(value) ? Token.asString(value) : String(value);
}

/** Functions of CDKTF escape interpolations that users write out, which would digest their text instead of their value. */
function asToken(text: string): string {
  if (Token.isUnresolved(text) || !isToken(text)) return text;
  const pieces = text
    .split(/\$\{([^{}]*)\}/)
    .map((piece, i) => (i % 2 === 0 ? piece : Token.asString(ref(piece))))
    .filter((piece) => piece !== "");
  return pieces.length === 1 ? (pieces[0] ?? "") : Fn.join("", pieces);
}
