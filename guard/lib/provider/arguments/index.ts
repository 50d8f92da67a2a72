export { type ConfigurationError, configurationErrors } from "./configuration-errors";
export { FORMATS, FORMLESS } from "./formats";
export type { ArgumentLimit, Limit, LimitTable } from "./limits";
