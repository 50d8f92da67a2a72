export { FORK } from "./fork";
export { InvalidPropertyError, describeInvalid, type InvalidProperty } from "./invalid-property";
export {
  isToken,
  checkConstruct,
  checkDuration,
  checkInteger,
  checkKnown,
  checkName,
  checkOneOf,
  checkUuid,
  MAX_HOST_NAME_LENGTH,
  checkTime,
} from "./check";
export {
  type Zone,
  checkRegion,
  type Region,
  regionOfId,
  checkZone,
  zoneOfId,
  areApart,
  regionOfZone,
  REGIONS,
  ZONES,
} from "./locality";
export { resolvedText } from "./text";
export { uuidOfId } from "./uuid-of-id";
export { checkProps, type PropertyTypes } from "./props";
export { providerDefaults } from "./provider-defaults";
export { dependOn, ownsResource, addressOf } from "./dependencies";
export {
  type RemovalPolicy,
  lifecycleOf,
  removalPoliciesIn,
  REMOVAL_POLICIES,
  checkRemovalPolicy,
} from "./removal-policy";
export { copyOf } from "./copy-of";
export { LateValue } from "./late-value";
export { isSuppressed, suppressionsOf } from "./suppressions";
export { scopeOf } from "./scope-of";
export { TimeSleep } from "./time-sleep";
export { providerErrors } from "./provider-errors";
export { sharedAddressErrors } from "./shared-addresses";
