import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { Command, Option } from "commander";

import { dotOf, type DrawingPart, htmlOf, mermaidOf, svgOf } from "../../drawing";
import { type Draft, FolderTree, isFolder, writeFiles } from "../../files";
import { changeDrawing, comparePlan } from "../../recreation";
import { DependencyGraph, HclParser, readRoot } from "../../terraform";
import { kindOf, readInput } from "../input-file";
import type { AsyncAction } from "../options";
import { UsageError } from "../usage-error";

const FORMATS = ["mermaid", "svg", "dot", "html"] as const;

interface GraphOptions {
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
}

/** `kapsule-guard graph`, without what it does. */
export function graphCommand(): Command {
  return new Command("graph")
    .description("draw what waits for what, or what a plan changes")
    .argument(
      "[sources...]",
      "configurations, such as cdk.tf.json; folders of HCL; cdktf.out with all of its stacks; or plans as terraform show -json prints them (default: cdktf.out, or the current folder)",
    )
    .addOption(new Option("--format <format>", "the language of the drawing").choices(FORMATS).default("mermaid"))
    .option("--out <file>", "where to write it (default: to the terminal)")
    .addHelpText(
      "after",
      "\nThe page of html is one file that can be searched and clicked through, and asks no server for anything.",
    );
}

/** Draws configurations and plans. */
export const graph: AsyncAction<GraphOptions> = async (given, { format, out }, streams) => {
  const sources = given.length > 0 ? given : [existsSync("cdktf.out") ? "cdktf.out" : "."];
  const parts = (await Promise.all(sources.map(partsOf))).flat();
  // The only one needs no name.
  const drawing = parts.length === 1 ? parts.map(({ nodes, arrows }) => ({ nodes, arrows })) : parts;
  const text = await DRAWN[format](drawing, sources.join(", "));
  if (out === undefined) {
    streams.out(text.trimEnd());
    return 0;
  }
  writeFiles([draftOf(out, text, format)]);
  streams.out(`Wrote ${out}.`);
  return 0;
};

const DRAWN: Readonly<
  Record<GraphOptions["format"], (parts: readonly DrawingPart[], title: string) => string | Promise<string>>
> = {
  dot: (parts) => `${dotOf(parts)}\n`,
  html: htmlOf,
  mermaid: (parts) => `${mermaidOf(parts)}\n`,
  svg: svgOf,
};

/** How a file of each format begins, so that nothing but an earlier drawing is written over. */
const BEGINS: Readonly<Record<GraphOptions["format"], RegExp>> = {
  dot: /^digraph \{\n/,
  html: /^<!doctype html>\n<html lang="en">\n<meta name="generator" content="kapsule-guard">/,
  mermaid: /^flowchart TD\n/,
  svg: /^<\?xml [^]*?<svg /,
};

function draftOf(file: string, text: string, format: GraphOptions["format"]): Draft {
  return { file, text, kind: `drawing as ${format}`, isReplaceable: (there) => BEGINS[format].test(there) };
}

async function partsOf(source: string): Promise<DrawingPart[]> {
  if (!existsSync(source)) throw new UsageError(`graph: ${source}: there is no such file or folder`);
  if (!isFolder(source)) return [drawingOf(source)];
  const stacks = stacksIn(source);
  return stacks.length > 0 ? stacks.map(drawingOf) : [await drawingOfHcl(source)];
}

/** The stacks of a synthesized app. */
function stacksIn(folder: string): string[] {
  const stacks = join(folder, "stacks");
  if (!isFolder(stacks)) return [];
  return readdirSync(stacks)
    .sort()
    .map((name) => join(stacks, name, "cdk.tf.json"))
    .filter((file) => existsSync(file));
}

function drawingOf(file: string): DrawingPart {
  const content = readInput(file, "graph", ["configuration", "plan"]);
  const isSynthesized = basename(file) === "cdk.tf.json";
  const name = isSynthesized ? basename(dirname(file)) : file;
  if (kindOf(content) === "plan") return { name, ...changeDrawing(comparePlan(content).affected) };
  return { name, ...DependencyGraph.of(content).toDrawing() };
}

async function drawingOfHcl(folder: string): Promise<DrawingPart> {
  const root = await readRoot(new FolderTree(folder), "", {
    parser: new HclParser(),
    workspace: process.env.TF_WORKSPACE,
    variables: { environment: process.env, files: [], values: new Map() },
  });
  if (root === undefined) throw new UsageError(`graph: ${folder}: there is no configuration in it`);
  return { name: folder, ...DependencyGraph.of(root.configuration).toDrawing() };
}
