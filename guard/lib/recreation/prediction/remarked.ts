import { type Attribute, isScalewayResource } from "../../provider";
import { contentsOf, Digest, isMap, unmark, type Value } from "../../terraform";
import { hasCredentials } from "../../text";
import { ignoredIn, isKnownHere } from "../baseline";
import type { InstanceComparison } from "./instance-comparison";

const NONE: ReadonlySet<string> = new Set();

/**
 * The attributes that are marked as secrets and were not, or the reverse. To Terraform that is an update, in which no value
 * changes, so that `replace_triggered_by` fires and data sources wait.
 */
export function remarkedAttributes({ existing, block, behaviour, wanted }: InstanceComparison): ReadonlySet<string> {
  const { address, lifecycle } = block;
  // Of other resources, a lock keeps most values as digests.
  if (existing.prior.source !== "state" && !isScalewayResource(address.type)) return NONE;
  const roots = new Set([...wanted.keys(), ...[...existing.secrets].map(({ root }) => root)]);
  const remarked = [...roots].filter((name) => {
    const value = wanted.get(name) ?? null;
    const isSecret = contentsOf(value).marks?.sensitive === true;
    const wasSecret =
      existing.prior.source === "state"
        ? [...existing.secrets].some(({ root }) => root === name)
        : holdsSecret(existing.prior.values.get(name) ?? null);
    if (isSecret === wasSecret) return false;
    const isKnown =
      existing.prior.source === "state" ||
      (isKnownHere(existing, name) && existing.prior.values.has(name) && !holdsCredentials(value));
    const isOpen = !isSecretBySchema(behaviour.attribute(name), existing.prior.source === "state");
    return isKnown && isOpen && ignoredIn(lifecycle.ignoreChanges, name)?.length === 0;
  });
  return new Set(remarked);
}

/** What the schema has as a secret is one whatever the configuration says; a lock keeps others as digests, too. */
function isSecretBySchema({ sensitive, undeclared, children }: Attribute, fromState: boolean): boolean {
  const isSecret = sensitive === true && !(fromState && undeclared === true);
  return isSecret || [...children.values()].some((child) => isSecretBySchema(child, fromState));
}

/** A lock keeps a text with credentials as a digest, whether it is marked or not. */
function holdsCredentials(value: Value): boolean {
  return someOf(value, (part) => typeof part === "string" && hasCredentials(part));
}

function holdsSecret(value: Value): boolean {
  return contentsOf(value).marks?.sensitive === true || someOf(value, (part) => part instanceof Digest);
}

function someOf(value: Value, holds: (part: Value) => boolean): boolean {
  const [plain] = unmark(value);
  if (Array.isArray(plain)) return plain.some((part) => someOf(part, holds));
  return isMap(plain) ? [...plain.values()].some((part) => someOf(part, holds)) : holds(plain);
}
