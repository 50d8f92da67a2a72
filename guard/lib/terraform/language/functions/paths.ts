import { posix } from "node:path";

import { OpaqueValue } from "../../values";
import { EvaluationError, NotComputed } from "../errors";
import { taking, type TerraformFunction } from "./signature";

/** Functions of paths, as they are where paths have slashes. */
export const pathFunctions: Readonly<Record<string, TerraformFunction>> = {
  abspath: taking(["string"], (path) => {
    const clean = cleanPath(slashed(path));
    return clean.startsWith("/") ? clean : new OpaqueValue(`abspath ${clean}`, { origin: "machine-value" });
  }),
  basename: taking(["string"], (path) => {
    if (path === "") return ".";
    const name = slashed(path).replace(/\/+$/, "");
    return name === "" ? "/" : name.slice(name.lastIndexOf("/") + 1);
  }),
  dirname: taking(["string"], (path) => cleanPath(slashed(path).slice(0, path.lastIndexOf("/") + 1))),
  pathexpand: taking(["string"], (path) => {
    if (!path.startsWith("~")) return path;
    if (path !== "~" && !path.startsWith("~/")) throw new EvaluationError("the home folder of somebody else");
    return new OpaqueValue(`pathexpand ${path}`, { origin: "machine-value" });
  }),
};

/** A path as Go cleans it. */
export function cleanPath(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/$/, "");
}

function slashed(path: string): string {
  if (path.includes("\\")) throw new NotComputed("a path of Windows");
  return path;
}
