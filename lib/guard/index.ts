export { RecreationGuard } from "./recreation-guard";
export { attachGuard } from "./attach";
export { importAs } from "./import-as";
export type {
  AllowOpeningOptions,
  AllowRemovalOptions,
  AllowReplacementOptions,
  RecreationGuardOptions,
} from "./guard-options";
export { InvalidConfigurationError } from "./invalid-configuration-error";
export { PlatformCheckError } from "./platform-check-error";
export { PlatformChecks } from "./platform-checks";
export { RecreationError } from "./recreation-error";
