import type { FileTree } from "../../files";
import { type Address, AttributePath, ModuleAddress, type Target } from "../addresses";
import { folderOfSource, labelled } from "../configuration";
import { type JsonObject, property } from "../values";
import type { ConfigurationSource } from "./files";
import { lineInJson } from "./json-positions";
import { type BlockPositions, type Position, positionsOf } from "./positions";
import type { Root } from "./read-root";

/** Where something is written. */
export interface Location {
  /** As messages name it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Tells where the blocks and attributes of a root stand, its modules included. */
export class Locations {
  private readonly scanned = new Map<ConfigurationSource, BlockPositions>();

  constructor(
    private readonly root: Root,
    private readonly tree: FileTree,
  ) {}

  /**
   * Where an attribute of a resource, or of the call of a module, is written, else the nearest block around it.
   *
   * @param attribute In Terraform's notation: `private_network[0].zone`. @default - the block itself
   * @returns undefined where the root does not have the block
   */
  of(address: Target, attribute?: string): Location | undefined {
    const isCall = address instanceof ModuleAddress;
    const module = isCall ? (address.parent ?? address) : address.module;
    const folder = this.folderOf(module.steps.map(({ name }) => name));
    if (folder === undefined) return undefined;
    return isCall
      ? this.within(folder, "module", [address.step?.name ?? ""], attribute)
      : this.inFolder(folder, address, attribute);
  }

  /** Where a resource of one folder, or an argument of it, is written, whatever calls it as a module. @param folder Relative to the root */
  inFolder(folder: string, { mode, type, name }: Address, attribute?: string): Location | undefined {
    return this.within(folder, mode === "managed" ? "resource" : mode, [type, name], attribute);
  }

  /** The last file that says something of it: an override file has the last word. */
  private within(
    folder: string,
    kind: string,
    labels: readonly string[],
    attribute: string | undefined,
  ): Location | undefined {
    let found: Location | undefined;
    for (const source of this.root.sources.get(folder) ?? []) {
      const steps = (attribute === undefined ? undefined : AttributePath.tryParse(attribute))?.steps.map(String) ?? [];
      const line = source.path.endsWith(".json")
        ? lineInJson(source.text, [kind, ...labels], steps, found !== undefined)
        : this.lineInHcl(source, kind, labels, steps, found !== undefined);
      if (line !== undefined) found = { file: this.tree.nameOf(source.path), line };
    }
    return found;
  }

  private lineInHcl(
    source: ConfigurationSource,
    kind: string,
    labels: readonly string[],
    steps: readonly string[],
    isOverride: boolean,
  ): number | undefined {
    const file = this.scanned.get(source) ?? positionsOf(source.text);
    this.scanned.set(source, file);
    const block = file.blocks.find((each) => each.type === kind && each.labels.join(".") === labels.join("."));
    if (block === undefined) return undefined;
    const at = attributeIn(block, steps);
    return (at ?? (isOverride ? undefined : block.start))?.line;
  }

  private folderOf(calls: readonly string[]): string | undefined {
    let folder = "";
    let configuration: unknown = this.root.configuration;
    for (const call of calls) {
      const body = callIn(configuration as JsonObject, call);
      const place = body && folderOfSource(folder, property(body, "source"));
      const module = place === undefined ? undefined : this.root.surroundings.modules?.[place];
      if (place === undefined || module?.configuration === undefined) return undefined;
      folder = place;
      ({ configuration } = module);
    }
    return folder;
  }
}

function callIn(configuration: JsonObject, name: string): JsonObject | undefined {
  return labelled(property(configuration, "module"), "module").find(([label]) => label === name)?.[1];
}

/** The deepest part of a path that is written out: an attribute, or a block on the way to it. */
function attributeIn(block: BlockPositions, [step = "", ...rest]: readonly string[]): Position | undefined {
  const own = block.attributes.get(step);
  if (own !== undefined) return own;
  const index = /^\d+$/.test(rest[0] ?? "") ? Number(rest.shift()) : 0;
  const named = block.blocks.filter(({ type, labels }) => type === step || (type === "dynamic" && labels[0] === step));
  const inner = named[index] ?? named[0];
  if (inner === undefined) return undefined;
  const content = inner.type === "dynamic" ? inner.blocks.find(({ type }) => type === "content") : inner;
  return (content && attributeIn(content, rest)) ?? inner.start;
}
