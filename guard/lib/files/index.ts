export { abandonedDraftsOf, draftOf } from "./abandoned";
export { FileError, reasonOf } from "./file-error";
export { ifReadable } from "./if-readable";
export { JsonError, parseJson } from "./json";
export { decoded, readBytes, readText } from "./read-file";
export { checkWritable, type Draft, isThere, writeFiles } from "./write-file";
