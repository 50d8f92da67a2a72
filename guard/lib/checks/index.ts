export type { ArgumentCheck, PlatformCheck, Refusal } from "./check";
export { exampleConfiguration } from "./examples";
export { describeProblem, findProblems, type FoundProblem } from "./find-problems";
export { argumentsOf } from "./resource";
export {
  bucketName,
  localStorageSize,
  mysqlEncryption,
  plainPortCertificate,
  PLATFORM_CHECKS,
  registryName,
  volumeSpeed,
} from "./rules";
