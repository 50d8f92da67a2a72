export {
  type Attribute,
  behaviourOf,
  holdsSecret,
  isRecomputed,
  isScalewayResource,
  providerSource,
  providerVersionOfTable,
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
export { otherProviderNote, runsKnownProvider } from "./other-provider";
export { generatedWhenUnset, recreatedFor } from "./side-effects";
export type { AttributeEntry, BehaviourTable, NotProbed, ResourceEntry } from "./table";
