export { abandonedDraftsOf, draftOf } from "./abandoned";
export { FileError, reasonOf } from "./file-error";
export type { FileTree } from "./file-tree";
export { FolderTree } from "./folder-tree";
export { ifReadable } from "./if-readable";
export { JsonError, parseJson } from "./json";
export { decoded, readBytes, readText } from "./read-file";
export { placeFrom, subtree } from "./subtree";
export { checkWritable, type Draft, isThere, writeFiles } from "./write-file";
