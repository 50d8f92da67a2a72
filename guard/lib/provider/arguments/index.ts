export { type ConfigurationError, configurationErrors } from "./configuration-errors";
export { FORMATS, FORMLESS } from "./formats";
export { argumentTable } from "./known-arguments";
export type { ArgumentLimit, Limit, LimitTable } from "./limits";
export {
  type ArgumentSet,
  type ArgumentTable,
  type BlockArgument,
  isBlock,
  type ResourceArguments,
  type ValueArgument,
} from "./resource-arguments";
