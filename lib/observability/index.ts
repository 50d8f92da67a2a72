export {
  Observability,
  type ObservabilityProps,
  type ObservabilityTokenOptions,
  OBSERVED_DATA,
  type ObservedData,
} from "./observability";
