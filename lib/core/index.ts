export {
  checkConstruct,
  checkDuration,
  checkInteger,
  checkKnown,
  checkName,
  checkOneOf,
  checkPort,
  checkTime,
  checkUuid,
  isToken,
  MAX_HOST_NAME_LENGTH,
} from "./check";
export { checkBy } from "./check-by";
export { checkLocality } from "./check-locality";
export { copyOf } from "./copy-of";
export { defaultName } from "./default-name";
export { addressOf, dependOn, ownsResource } from "./dependencies";
export { FORK } from "./fork";
export { describeInvalid, type InvalidProperty, InvalidPropertyError } from "./invalid-property";
export { LateValue } from "./late-value";
export {
  checkRegion,
  checkZone,
  type Region,
  regionOfId,
  regionOfZone,
  REGIONS,
  type Zone,
  zoneOfId,
  ZONES,
} from "./locality";
export { type Location, locationOf, rememberLocation } from "./location";
export { asProgram, ProgramError } from "./program-error";
export { SHAPES } from "./property-shapes";
export { checkProps, type PropsShape } from "./props";
export { providerDefaults } from "./provider-defaults";
export { providerErrors } from "./provider-errors";
export {
  checkRemovalPolicy,
  lifecycleOf,
  REMOVAL_POLICIES,
  removalPoliciesIn,
  type RemovalPolicy,
} from "./removal-policy";
export { scopeOf } from "./scope-of";
export { sharedAddressErrors } from "./shared-addresses";
export { Slot } from "./slot";
export { isSuppressed, suppressionsOf } from "./suppressions";
export { resolvedString } from "./text";
export { TimeSleep } from "./time-sleep";
export { uuidOfId } from "./uuid-of-id";
