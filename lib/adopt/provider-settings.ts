import { INHERITED } from "kapsule-guard/recreation";
import { OpaqueValue, unmark, type Value, type ValueMap } from "kapsule-guard/terraform";

export type LocalityName = (typeof INHERITED)[number];

/** The provider of a resource that names none. */
const DEFAULTS = "scaleway";

/** What the provider block of a name says, where it says anything; an expression that is no variable is known by its place. */
export function settingsOf(providers: ReadonlyMap<string, ValueMap>, provider: string): ValueMap {
  const given = [...(providers.get(provider) ?? [])].filter(([, value]) => unmark(value)[0] !== null);
  return new Map(given.map(([name, value]) => [name, withKey(value, provider, name)]));
}

/**
 * What a resource has from a provider that the new stack does not have. What that one leaves to the environment and the
 * stack's own provider states has to be given, and only its user knows it.
 */
export function inheritedFrom(providers: ReadonlyMap<string, ValueMap>, provider: string): ValueMap {
  if (provider === DEFAULTS) return new Map();
  const given = settingsOf(providers, provider);
  const defaults = settingsOf(providers, DEFAULTS);
  const open = INHERITED.filter((name) => defaults.has(name) && !given.has(name));
  return new Map([...open.map((name) => [name, placeholder(provider, name)] as const), ...given]);
}

/** The provider and the setting that a key stands for; undefined for any other key. */
export function settingOfKey(key: string): { readonly provider: string; readonly name: LocalityName } | undefined {
  const dot = key.lastIndexOf(".");
  const name = INHERITED.find((each) => each === key.slice(dot + 1));
  const provider = key.slice(0, Math.max(dot, 0));
  return name !== undefined && /^(?:module\..*\.)?scaleway(?:\.\w+)?$/.test(provider) ? { provider, name } : undefined;
}

function withKey(value: Value, provider: string, name: string): Value {
  const [plain] = unmark(value);
  const isKnown = typeof plain === "string" || (plain instanceof OpaqueValue && /^var\.\w+$/.test(plain.key));
  return isKnown ? value : placeholder(provider, name);
}

function placeholder(provider: string, name: string): Value {
  return new OpaqueValue(`${provider}.${name}`);
}
