import type { Attribute, BlockArgument, ValueArgument } from "kapsule-guard/provider";
import { INHERITED } from "kapsule-guard/recreation";
import { canonical, isMap, OpaqueValue, unmark, type Value, type ValueMap } from "kapsule-guard/terraform";

import type { ArgumentValue } from "./argument-value";
import type { ImportedResource } from "./imported-resource";
import type { Locality } from "./locality";
import type { LocalityName } from "./provider-settings";

/** What nobody configures stays as it is; configured wrongly, it replaces the resource. */
const NEVER = ["organization_id", "user_name"];

const always = () => true;

/** What the provider may choose, and what every reader of a configuration wants to know all the same; and when. */
const WORTH_KNOWING: Readonly<Record<string, Readonly<Record<string, (values: ValueMap) => boolean>>>> = {
  scaleway_block_volume: { size_in_gb: always },
  scaleway_k8s_cluster: {
    type: (values) => valueOf(values, "type") !== "kapsule",
    auto_upgrade: (values) =>
      bodiesOf(valueOf(values, "auto_upgrade")).some((body) => valueOf(body, "enable") === true),
  },
  scaleway_k8s_pool: {
    security_group_id: always,
    min_size: (values) => valueOf(values, "autoscaling") === true,
    max_size: (values) => valueOf(values, "autoscaling") === true,
  },
  scaleway_rdb_instance: { engine: always, volume_size_in_gb: (values) => valueOf(values, "volume_type") !== "lssd" },
  scaleway_vpc_private_network: { ipv4_subnet: always, vpc_id: always },
};

/** Whether what the provider may choose is configured all the same, with all that is in it. */
export function isWorthKnowing({ address: { type }, values }: ImportedResource, name: string, value: Value): boolean {
  return !isNothing(unmark(value)[0]) && WORTH_KNOWING[type]?.[name]?.(values) === true;
}

/** Whether an argument is written: as the old configuration has it, or else where it is not what comes by itself. */
export function isConfigured(
  { configured, source, address: { type } }: ImportedResource,
  argument: ValueArgument | BlockArgument,
  attribute: Attribute,
  value: Value,
  defaults: Locality,
): boolean {
  const { name } = attribute;
  const [plain] = unmark(value);
  if (plain === null || attribute.writeOnly === true) return false;
  if (argument.required === true) return true;
  if (isInherited(type, name)) return false;
  // The old configuration may have had it from a provider with an alias, and the new one has a single provider.
  if (isLocality(name) && plain !== defaults[name]) return true;
  if (configured !== undefined) {
    const given = configured.get(name) ?? null;
    // Nobody leaves a name to the provider by an expression.
    const isSure =
      source === "configuration" || isGiven(attribute, given) || (name === "name" && unmark(given)[0] !== null);
    return isSure && !saysNothing(attribute, plain);
  }
  if (isLocality(name)) return false;
  if (NEVER.includes(name)) return false;
  if (attribute.computed === true) return name === "name" && plain !== "";
  if (attribute.default !== undefined) return plain !== attribute.default;
  return attribute.distinguishesNull === true || !isNothing(plain);
}

/** Whether something inside a block that a state has is written: of what the provider may choose, only what is switched on. */
export function isConfiguredInside(attribute: Attribute, value: Value): boolean {
  const [plain] = unmark(value);
  if (plain === null || attribute.computed === true) return plain === true;
  return attribute.default === undefined ? !isNothing(plain) : plain !== attribute.default;
}

/** Whether something inside a block may be left out, since it is empty. */
export function isEmptyInside(value: ArgumentValue, { distinguishesNull, default: defaultValue }: Attribute): boolean {
  if (distinguishesNull === true || defaultValue !== undefined) return false;
  return value === "" || value === 0 || (Array.isArray(value) && value.length === 0);
}

/** A value that is sent and not stored: its version is all that the state has of it. */
export function isSent({ values }: ImportedResource, name: string): boolean {
  return valueOf(values, `${name}_version`) !== null;
}

/** The blocks of a value. */
export function bodiesOf(value: Value): ReadonlyMap<string, Value>[] {
  const items = Array.isArray(value) ? value : [value];
  return items.map((body) => unmark(body)[0]).filter(isMap);
}

function valueOf(values: ReadonlyMap<string, Value>, name: string): Value {
  return unmark(values.get(name) ?? null)[0];
}

/**
 * Of what the provider may choose, an expression that nobody can tell here may be null, and mostly is; what another resource has is
 * something.
 */
function isGiven({ computed }: Attribute, configured: Value): boolean {
  const [plain] = unmark(configured);
  if (computed !== true || !(plain instanceof OpaqueValue)) return plain !== null;
  return plain.origin === "reference-or-literal" || plain.origin === "provider-chosen";
}

/** Whether an argument that is configured is as good as one that is left out. */
function saysNothing({ default: defaultValue, distinguishesNull }: Attribute, value: Value): boolean {
  return defaultValue === undefined && distinguishesNull !== true && isNothing(value);
}

/** The zone of a Private Network, which is regional, is that of whoever made it. */
function isInherited(type: string, name: string): boolean {
  return type === "scaleway_vpc_private_network" && name === "zone";
}

function isLocality(name: string): name is LocalityName {
  return INHERITED.some((each) => each === name);
}

/** Whether a value is empty, which to the plugin SDK is not configured. */
export function isNothing(value: Value): boolean {
  return ["null", '""', "false", "0", "[]", "{}"].includes(canonical(unmark(value)[0]));
}
