import { OpaqueValue, unmark, type Value } from "../../../terraform";
import { opaqueVerdict, type Predicate } from "./predicate";

function length(value: Value): number | undefined {
  const [plain] = unmark(value);
  if (plain instanceof OpaqueValue) return undefined;
  return Array.isArray(plain) ? plain.length : plain === null ? 0 : 1;
}

function source(attribute: string): Predicate {
  return {
    name: "container-trigger",
    type: "scaleway_container_trigger",
    attribute,
    since: "2.75.0",
    decide({ outcome, before, after }) {
      const [prior, wanted] = [length(before), length(after)];
      if (prior === undefined || wanted === undefined) return opaqueVerdict(outcome);
      return prior > wanted ? "replaces" : "updates";
    },
  };
}

/** A trigger cannot lose its source in place; before 2.75.0, it could not change it at all. */
export const containerTriggerSources: readonly Predicate[] = ["cron", "nats", "sqs"].map(source);
