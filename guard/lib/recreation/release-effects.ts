import { type BlockArgument, isBlock, type ProviderRelease } from "../provider";
import { Address } from "../terraform";
import { findUpgrade, type UpgradeEffects } from "./find-upgrade";

/** What going from one release of the provider to another does with code that nobody edits, by attribute: `scaleway_vpc.name`. */
export interface ReleaseEffects {
  /** Attributes for which resources are replaced. */
  readonly replaces: readonly string[];
  /** Those for which they may be, if Scaleway's API answers otherwise. */
  readonly mayReplace: readonly string[];
  /** Attributes that are changed in place, or may be. */
  readonly updates: readonly string[];
  /** Arguments and types that the older release takes and the newer one does not. */
  readonly gone: readonly string[];
}

/** Tells what an upgrade does with a resource of each type of which nothing is set, and with each of its blocks. */
export function releaseEffects(from: ProviderRelease, to: ProviderRelease): ReleaseEffects {
  const effects = from.types().flatMap((type) => effectsOn(type, from, to));
  const findings = effects.flatMap((each) => each.findings);
  const places = (certainty: "will" | "may") =>
    findings
      .filter((finding) => finding.certainty === certainty)
      .flatMap(({ address, attribute = "" }) =>
        address === undefined ? [] : placeOf(Address.parse(address), attribute),
      );
  const updates = effects.flatMap((each) =>
    each.updates.flatMap(({ address, attributes }) => attributes.map(({ path }) => placeOf(address, path))),
  );
  return {
    replaces: distinct(places("will")),
    mayReplace: distinct(places("may")),
    updates: distinct(updates),
    gone: goneBetween(from, to),
  };
}

function effectsOn(type: string, from: ProviderRelease, to: ProviderRelease): UpgradeEffects[] {
  const [older, newer] = [from, to].map(({ tables }) => JSON.stringify(tables.behaviour.resources[type]));
  if (older === newer) return [];
  const blocks = Object.entries(from.argumentsOf(type)?.arguments ?? {}).flatMap(([name, argument]) =>
    isBlock(argument) ? [{ [name]: filled(argument) }] : [],
  );
  return [{}, ...blocks].map((it) =>
    findUpgrade({ from: from.version, to: to.version, configuration: { resource: { [type]: { it } } } }),
  );
}

/** A block with the blocks that are in it. */
function filled(block: BlockArgument): object {
  const inside = Object.entries(block.arguments).flatMap(([name, argument]) =>
    isBlock(argument) ? [[name, filled(argument)] as const] : [],
  );
  const content = Object.fromEntries(inside);
  return block.block === "map" ? { key: content } : [content];
}

function placeOf({ type }: Address, path: string): string {
  return `${type}.${path.replace(/\[\d+\]/g, "")}`;
}

function distinct(places: readonly string[]): string[] {
  return [...new Set(places)].sort();
}

function goneBetween(from: ProviderRelease, to: ProviderRelease): string[] {
  return from.types().flatMap((type) => {
    const newer = to.argumentsOf(type)?.arguments;
    if (newer === undefined) return [type];
    return goneIn(from.argumentsOf(type)?.arguments ?? {}, newer).map((path) => `${type}.${path}`);
  });
}

type Arguments = BlockArgument["arguments"];

function goneIn(older: Arguments, newer: Arguments): string[] {
  return Object.entries(older).flatMap(([name, argument]) => {
    const other = newer[name];
    if (other === undefined) return [name];
    if (!isBlock(argument) || !isBlock(other)) return [];
    return goneIn(argument.arguments, other.arguments).map((path) => `${name}.${path}`);
  });
}
