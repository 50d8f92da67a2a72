export {
  type Attribute,
  Behaviours,
  holdsSecret,
  isRecomputed,
  isScalewayResource,
  type ResourceBehaviour,
} from "./behaviour";
export { takesSettingsOnly } from "./builtin";
export type { EquivalenceName } from "./equivalences";
export {
  allOf,
  anyOf,
  holdsAnywhere,
  isChosen,
  isOneOf,
  isSet,
  type Laxity,
  not,
  partOf,
  someOf,
  stringIs,
} from "./laxity";
export { generatedWhenUnset, recreatedFor } from "./side-effects";
