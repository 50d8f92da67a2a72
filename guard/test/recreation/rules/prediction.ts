import {
  type Deletion,
  nothingHappens,
  type ObjectPrediction,
  type Prediction,
  type ReplacementCause,
} from "../../../lib/recreation/prediction/prediction";
import { at } from "../../terraform/addresses/at";

/** A prediction of what is given, in which nothing else happens. */
export function prediction(parts: Partial<Prediction>): Prediction {
  return { ...nothingHappens, ...parts };
}

/** An object that stays as it is, but for what is given. */
export function object(address: string, more: Partial<ObjectPrediction> = {}): ObjectPrediction {
  return {
    address: at(address),
    path: undefined,
    action: "none",
    replacements: [],
    hidden: [],
    providerRecreations: [],
    loosened: [],
    preventDestroy: { before: false, after: { on: false } },
    forgetsOld: false,
    createBeforeDestroy: false,
    ...more,
  };
}

/** One object that is replaced for some causes, and nothing else. */
export function replacing(
  address: string,
  replacements: readonly ReplacementCause[],
  more: Partial<ObjectPrediction> = {},
): Prediction {
  return prediction({ objects: [object(address, { action: "replace", replacements, ...more })] });
}

/** An object whose block is gone, but for what is given. */
export function deletion(address: string, more: Partial<Deletion> = {}): Deletion {
  return {
    address: at(address),
    previousAddress: at(address),
    path: undefined,
    action: "destroy",
    gone: "block",
    preventDestroy: false,
    ...more,
  };
}
