export { checkSecretReference } from "./secret-reference";
export type { ISecret } from "./i-secret";
export { storeSecretVersion, type SecretVersionOptions } from "./secret-version";
export { Secret, type SecretProps } from "./secret";
