import { createHash } from "node:crypto";

import { Fn, ref, Token } from "cdktf";

import { isToken } from "../core/check";

/** The settings of a pool for whose change the provider makes a new pool. */
export interface ImmutablePoolSettings {
  readonly nodeType: string;
  readonly containerRuntime?: string;
  readonly placementGroupId?: string;
  readonly publicIpDisabled?: unknown;
  readonly rootVolumeType?: string;
  readonly rootVolumeSizeInGb?: number;
  /** The zone, where it is another than the provider's. */
  readonly zone?: string;
}

/** Hexadecimal digits of the digest in a derived name. */
const DIGITS = 6;
/** Characters that a derived name has beyond the pool's own. */
export const DERIVED_NAME_SUFFIX_LENGTH = DIGITS + 1;

/**
 * A name that changes with every immutable setting. The API refuses two pools of one name in a cluster, so that a pool
 * which is created before the old one is destroyed needs a new name.
 *
 * Settings that are known only when Terraform runs are digested by Terraform, over the same text.
 */
export function derivePoolName(base: string, settings: ImmutablePoolSettings): string {
  const parts = [
    normalizeNodeType(settings.nodeType),
    settings.containerRuntime ?? "containerd",
    settings.placementGroupId ?? "",
    textOf(settings.publicIpDisabled ?? false),
    settings.rootVolumeType ?? "",
    textOf(settings.rootVolumeSizeInGb ?? ""),
    settings.zone ?? "",
  ];
  const digest = parts.some(isToken)
    ? Fn.substr(Fn.sha1(Fn.join("|", parts.map(asToken))), 0, DIGITS)
    : createHash("sha1").update(parts.join("|")).digest("hex").slice(0, DIGITS);
  return `${base}-${digest}`;
}

/** The provider ignores letter case, hyphens and underscores here (`dsf.IgnoreCaseAndHyphen`). */
function normalizeNodeType(nodeType: string): string {
  if (isToken(nodeType)) return Fn.replace(Fn.replace(Fn.lower(asToken(nodeType)), "-", ""), "_", "");
  return nodeType.toLowerCase().replace(/[-_]/g, "");
}

function textOf(value: unknown): string {
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
