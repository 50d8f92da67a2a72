export { attributeOf } from "./attribute";
export { convert } from "./conversion";
export { toBoolean, toFraction } from "./convert";
export { EvaluationError } from "./errors";
export { evaluate } from "./evaluate";
export { isVolatile } from "./functions";
export {
  addressesOf,
  attributesAskedOf,
  attributesIn,
  referencedAddress,
  referencesIn,
  templatesIn,
  traversalsIn,
} from "./references";
export type { Scope } from "./scope";
export { type Expression, nodesOf, referencesOf, rootOf } from "./syntax";
export { isTemplate, parseExpression, TemplateCache } from "./template";
export { parseType } from "./types";
