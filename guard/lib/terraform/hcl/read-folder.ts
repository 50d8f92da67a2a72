import { posix } from "node:path";

import type { FileTree } from "../../files";
import { asList, type JsonObject, property } from "../values";
import { configurationNames, type ConfigurationSource, readSource } from "./files";
import { withOverride } from "./overrides";
import type { HclParser } from "./parser";

/** The configuration of a folder, all its files as one, as Terraform JSON. */
export interface FolderConfiguration {
  readonly configuration: JsonObject;
  /** Its files, those that override others at the end. */
  readonly sources: readonly ConfigurationSource[];
}

/**
 * Reads the configuration of a folder as Terraform does: HCL and JSON, with override files.
 *
 * @returns undefined for a folder without a configuration
 * @throws RecreationInputError for a file that cannot be read, with the line and column
 */
export async function readFolder(
  tree: FileTree,
  folder: string,
  parser: HclParser,
): Promise<FolderConfiguration | undefined> {
  const { primary, overrides } = configurationNames(tree.list(folder));
  if (primary.length + overrides.length === 0) return undefined;
  const read = (name: string): Promise<ConfigurationSource> => readSource(tree, posix.join(folder, name), parser);
  const sources = await Promise.all(primary.map(read));
  const overriding = await Promise.all(overrides.map(read));
  const whole = joined(sources.map(({ content }) => content));
  return {
    configuration: overriding.reduce(
      (before, { content, path }) => withOverride(before, content, tree.nameOf(path)),
      whole,
    ),
    sources: [...sources, ...overriding],
  };
}

function joined(contents: readonly JsonObject[]): JsonObject {
  const whole: JsonObject = {};
  for (const content of contents) {
    for (const [kind, blocks] of Object.entries(content)) {
      if (kind !== "//") whole[kind] = [...asList(property(whole, kind)), ...asList(blocks)];
    }
  }
  return whole;
}
