import { isScalewayResource } from "../../provider";
import { type Address, notation, unmark } from "../../terraform";
import { doubtOf } from "../diff";
import type { PlannedInstance } from "./planned-instance";
import { type Action, isRefused, type ReplacementCause } from "./prediction";
import { Predictor, type PredictorInput } from "./predictor";
import { isSecret } from "./secrecy";
import { plannedUnchanged, type UnchangedInput } from "./unchanged";

/** One attribute that an apply changes, or may. */
export interface AttributeChange {
  /** In Terraform's notation, such as `private_network[0].zone`. */
  readonly path: string;
  /** Values as a plan shows them, without secrets. */
  readonly before: string;
  readonly after: string;
  /** Whether the configuration says nothing of it. */
  readonly leftOut: boolean;
  readonly sensitive: boolean;
  /** Whether it is certain. */
  readonly sure: boolean;
}

/** What an apply does with one resource, whether it can be undone or not. */
export interface ResourceChange {
  readonly address: Address;
  readonly action: Action | "destroy" | "import";
  /** The address that it had before moves. */
  readonly previousAddress?: Address;
  readonly attributes: readonly AttributeChange[];
  /** Why it is replaced, or may be. */
  readonly replacements: readonly ReplacementCause[];
  /** Whether `prevent_destroy` makes Terraform refuse a plan in which it is replaced. */
  readonly prevented: boolean;
}

/** All that an apply changes; what stays as it is, or only moves, is not in it. */
export function changesOf(input: PredictorInput): ResourceChange[] {
  const predictor = new Predictor(input);
  const planned = predictor.all().filter(({ guarded }) => guarded);
  const kept = new Set(planned.map(({ address }) => address));
  const gone = [...predictor.existing.values()]
    .filter(({ address }) => isScalewayResource(address.type) && !kept.has(address))
    .map(({ address, previousAddress }): ResourceChange => ({
      address,
      previousAddress,
      action: "destroy",
      attributes: [],
      replacements: [],
      prevented: false,
    }));
  return [...changesIn(planned), ...gone];
}

/** What a release changes of what exists while nobody edits anything. */
export function changesUnchanged(input: UnchangedInput): ResourceChange[] {
  return changesIn(plannedUnchanged(input));
}

function changesIn(planned: readonly PlannedInstance[]): ResourceChange[] {
  return planned.map(changeOf).filter(({ action }) => action !== "none");
}

function changeOf(instance: PlannedInstance): ResourceChange {
  const prediction = instance.toPrediction();
  return {
    address: instance.address,
    action: instance.imported ? "import" : instance.action,
    ...(instance.previousAddress === undefined ? {} : { previousAddress: instance.previousAddress }),
    attributes: instance.differences.map((difference) => {
      const { path, outcome, before, after } = difference;
      const sensitive = isSecret(instance.secrets, difference);
      return {
        path: path.toString(),
        before: notation(before, sensitive),
        after: notation(after, sensitive),
        leftOut: unmark(after)[0] === null,
        sensitive,
        sure: doubtOf(outcome) === undefined,
      };
    }),
    replacements: prediction.replacements,
    prevented: isRefused(prediction),
  };
}
