import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

import { FORK } from "../core";
import type { ClassName } from "./code";

/** The class of the bindings for a resource type; undefined for a type that they do not have. */
export function bindingOf(type: string): ClassName | undefined {
  const name = type.replace(/^scaleway_/, "").replaceAll("_", "-");
  for (const folder of [name, `${name}-resource`]) {
    if (!folders().has(folder)) continue;
    const module = `${FORK.bindings}/lib/${folder}`;
    const found = Object.entries(exportsOf(module)).find(([, exported]) => resourceTypeOf(exported) === type);
    if (found) return { module, name: found[0] };
  }
  return undefined;
}

/** What a module exports, by name. */
export function exportsOf(module: string): Record<string, unknown> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- which of 155 modules is known only from the state.
  return require(module) as Record<string, unknown>;
}

/** An argument as the bindings spell it: `node_type` is `nodeType`. */
export function camelCase(argument: string): string {
  return argument.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

let known: ReadonlySet<string> | undefined;

function folders(): ReadonlySet<string> {
  if (known === undefined) {
    const lib = join(dirname(require.resolve(`${FORK.bindings}/package.json`)), "lib");
    known = new Set(existsSync(lib) ? readdirSync(lib) : []);
  }
  return known;
}

function resourceTypeOf(exported: unknown): unknown {
  return typeof exported === "function" ? (exported as { tfResourceType?: unknown }).tfResourceType : undefined;
}
