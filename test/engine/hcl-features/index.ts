import { blocks } from "./blocks";
import type { Feature, Files } from "./feature";
import { functions } from "./functions";
import { modules } from "./modules";
import { reads } from "./reads";
import { repetition } from "./repetition";
import { results } from "./results";
import { text } from "./text";
import { values } from "./values";

export type { Feature, Files } from "./feature";

export const ALL_FEATURES: readonly Feature[] = [
  ...values,
  ...reads,
  ...repetition,
  ...modules,
  ...blocks,
  ...text,
  ...functions,
  ...results,
];

export const filesOf = (files: Files): Readonly<Record<string, string>> =>
  typeof files === "string" ? { "main.tf": files } : files;

/** What is different in a module, or is there in a root alone: files, paths, values of variables, imports, provider blocks, the workspace. */
const OF_ROOTS = /\bfile\w*\(|\bpath\.|\btemplatefile\(|^import\b|^provider\b|terraform\.workspace/m;

/** Whether files are those of a root, and cannot be those of a module. */
export function isOfRoots(files: Files): boolean {
  return Object.entries(filesOf(files)).some(([name, content]) => name.includes("tfvars") || OF_ROOTS.test(content));
}
