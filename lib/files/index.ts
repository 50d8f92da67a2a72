export { codeOf, FileError, reasonOf } from "./file-error";
export { JsonError, parseJson } from "./json";
export { decoded, readBytes, type ReadOptions, readText } from "./read-file";
export { checkWritable, type Draft, isRunning, isThere, writeFiles } from "./write-file";
