export { sha256 } from "./digest";
export { digestOf, matches, secretDigest, withoutSecrets } from "./digests";
export { type Doubt, type DoubtReason, doubtReasons, isOpaqueOrigin, type OpaqueOrigin } from "./doubt";
export { groupedBy } from "./grouped";
export {
  asList,
  blocksOf,
  checkNesting,
  describe,
  isJsonObject,
  type Json,
  type JsonObject,
  literal,
  objectsOf,
  property,
  sameJson,
} from "./json";
export { LongNumber } from "./long-number";
export { isLiteralNotation, notation } from "./notation";
export { compareStrings, isAscii, normalized } from "./text";
export {
  ANY,
  Digest,
  entriesOf,
  isMap,
  isPrimitive,
  joinMarks,
  listOf,
  ListValue,
  mapOf,
  MapValue,
  mark,
  Marked,
  type Marks,
  type ObjectAttribute,
  ObjectReference,
  OpaqueValue,
  setOf,
  SetValue,
  type Type,
  Unknown,
  unmark,
  type Unmarked,
  type Value,
  type ValueMap,
} from "./value";
export { canonical, checkSize, contentsOf, distinct, unmarkDeep } from "./walk";
