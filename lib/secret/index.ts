export type { ISecret } from "./i-secret";
export { Secret, type SecretProps } from "./secret";
export { checkSecretReference } from "./secret-reference";
export { type SecretVersionOptions, storeSecretVersion } from "./secret-version";
