export { attachGuard } from "./attach";
export type {
  AllowOpeningOptions,
  AllowRemovalOptions,
  AllowReplacementOptions,
  RecreationGuardOptions,
} from "./guard-options";
export { importAs } from "./import-as";
export { InvalidConfigurationError } from "./invalid-configuration-error";
export { PlatformCheckError } from "./platform-check-error";
export { PlatformChecks } from "./platform-checks";
export { RecreationError } from "./recreation-error";
export { RecreationGuard } from "./recreation-guard";
