import { createHash } from "node:crypto";

import { Fn, Token } from "cdktf";

import { isToken } from "../core/check";

/** The settings of a pool for whose change the provider makes a new pool. */
export interface ImmutablePoolSettings {
  readonly nodeType: string;
  readonly containerRuntime?: string;
  readonly placementGroupId?: string;
  readonly publicIpDisabled?: boolean;
  readonly rootVolumeType?: string;
  readonly rootVolumeSizeInGb?: number;
  readonly zone?: string;
}

/** Hexadecimal digits of the digest in a derived name. */
const DIGITS = 6;
/** Characters that a derived name has beyond the pool's own. */
export const DERIVED_NAME_SUFFIX_LENGTH = DIGITS + 1;

/**
 * A name that changes exactly when an immutable setting does. The API refuses two pools of one name in a cluster, so
 * that a pool which is created before the old one is destroyed needs a new name.
 *
 * Settings that are known only when Terraform runs are digested by Terraform, over the same text.
 */
export function derivePoolName(base: string, settings: ImmutablePoolSettings): string {
  const parts = [
    normalizeNodeType(settings.nodeType),
    settings.containerRuntime ?? "containerd",
    settings.placementGroupId ?? "",
    String(settings.publicIpDisabled ?? false),
    settings.rootVolumeType ?? "",
    text(settings.rootVolumeSizeInGb),
    settings.zone ?? "",
  ];
  const digest = parts.some(isToken)
    ? Fn.substr(Fn.sha1(Fn.join("|", parts)), 0, DIGITS)
    : createHash("sha1").update(parts.join("|")).digest("hex").slice(0, DIGITS);
  return `${base}-${digest}`;
}

/** The provider ignores letter case, hyphens and underscores here (`dsf.IgnoreCaseAndHyphen`). */
function normalizeNodeType(nodeType: string): string {
  if (isToken(nodeType)) return Fn.replace(Fn.replace(Fn.lower(nodeType), "-", ""), "_", "");
  return nodeType.toLowerCase().replace(/[-_]/g, "");
}

function text(value: number | undefined): string {
  if (value === undefined) return "";
  return isToken(value) ? Token.asString(value) : String(value);
}
