import { createHash, randomUUID } from "node:crypto";

import { FileError, type FileTree } from "../../../files";
import { canonical, normalized, OpaqueValue, setOf, sha256, type Value } from "../../values";
import { toTerraformString } from "../convert";
import { EvaluationError, NotComputed } from "../errors";
import { orderedSet } from "../set-order";
import { filesMatching, namesBelow } from "./glob";
import { cleanPath } from "./paths";
import { STRING } from "./signature";

/** A function that reads files. */
type FileFunction = (files: FileTree, path: string, ...args: readonly Value[]) => Value;

const LONGEST_TEXT = 4_000_000;

const fileFunctions: Readonly<Record<string, FileFunction>> = {
  file: (files, path) => {
    const text = textOf(files, path);
    return text.length > LONGEST_TEXT ? new OpaqueValue(`file ${sha256(text)}`) : text;
  },
  filebase64: (files, path) => {
    const text = contentOf(files, path).toString("base64");
    return text.length > LONGEST_TEXT ? new OpaqueValue(`filebase64 ${sha256(text)}`) : text;
  },
  filebase64sha256: digest("sha256", "base64"),
  filebase64sha512: digest("sha512", "base64"),
  fileexists: (files, path) => {
    const place = placeOf(path);
    if (files.read(place) !== undefined) return true;
    if (files.list(place === "." ? "" : place).length > 0) throw new EvaluationError("a folder is no file");
    return false;
  },
  filemd5: digest("md5", "hex"),
  fileset: (files, folder, pattern = null) => fileSet(files, folder, toTerraformString(pattern)),
  filesha1: digest("sha1", "hex"),
  filesha256: digest("sha256", "hex"),
  filesha512: digest("sha512", "hex"),
};

/** What finds a set of files that is not computed here may find another one as soon as there are others. */
function fileSet(files: FileTree, folder: string, pattern: string): Value {
  try {
    return setOf(orderedSet(filesMatching(files, folder, pattern).map(normalized)), STRING);
  } catch (error) {
    if (!(error instanceof NotComputed)) throw error;
    return new OpaqueValue(`fileset ${JSON.stringify([folder, pattern, namesBelow(files, folder)])}`);
  }
}

const identities = new WeakMap<FileTree, OpaqueValue>();

/** What stands for all files of a tree, and is equal for no other tree. */
export function identityOf(files: FileTree): OpaqueValue {
  const known = identities.get(files) ?? new OpaqueValue(`files ${randomUUID()}`);
  identities.set(files, known);
  return known;
}

/** Whether a function, or any function that a text calls, reads files. */
export function readsFiles(text: string): boolean {
  return /\b(?:file(?:base64|exists|md5|set|sha1|sha256|sha512|base64sha256|base64sha512)?|templatefile)\b/.test(text);
}

export function isFileFunction(name: string): boolean {
  return Object.hasOwn(fileFunctions, name);
}

/** What a function that reads files gives; where nothing tells what a file has, a value that stands for it. */
export function fromFiles(name: string, files: FileTree, args: readonly Value[]): Value {
  const run = fileFunctions[name];
  if (run === undefined || args.length !== (name === "fileset" ? 2 : 1))
    throw new EvaluationError(`${name} takes other arguments`);
  const [path = null, ...others] = args;
  return unlessUnreadable(name, args, () => run(files, toTerraformString(path), ...others));
}

/** What a reader gives; a value that stands for it where a file cannot be read. */
export function unlessUnreadable(name: string, args: readonly Value[], read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return new OpaqueValue(`${name}(${args.map(canonical).join(", ")}): ${error.message}`, { origin: "file-not-read" });
  }
}

/** The text of a file. @throws EvaluationError where there is none, or it is not in UTF-8 */
export function textOf(files: FileTree, path: string): string {
  const content = contentOf(files, path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new EvaluationError("a file that is not in UTF-8");
  }
}

function contentOf(files: FileTree, path: string): Buffer {
  const content = files.read(placeOf(path));
  if (content === undefined) throw new EvaluationError("no such file");
  return content;
}

function digest(algorithm: string, encoding: "base64" | "hex"): FileFunction {
  return (files, path) => createHash(algorithm).update(contentOf(files, path)).digest(encoding);
}

/** A path as Go cleans it. @throws NotComputed for one in the home of whoever runs Terraform */
function placeOf(path: string): string {
  if (path.startsWith("~")) {
    if (path === "~" || path.startsWith("~/")) throw new NotComputed("a file in the home folder");
    throw new EvaluationError("the home folder of somebody else");
  }
  return cleanPath(path);
}
