import { isScalewayResource } from "../provider/behaviour";
import { typeOf } from "../terraform/address";
import { deletionsOf } from "./deletions";
import type { Prediction, Unchecked } from "./prediction";
import { Predictor, type PredictorInput } from "./predictor";
import { uncheckedModules } from "./unchecked";

/** Predicts what an apply of a configuration does with what exists. */
export function predict(input: PredictorInput): Prediction {
  const predictor = new Predictor(input);
  const instances = predictor.all();
  const guarded = instances.filter((instance) => instance.guarded);
  return {
    objects: guarded.map((instance) => instance.toPrediction()),
    deletions: deletionsOf(predictor, instances),
    deposed: (input.state?.deposed ?? []).filter((address) => isScalewayResource(typeOf(address))),
    unchecked: [
      ...uncheckedModules(predictor),
      ...guarded
        .filter((instance) => instance.imported)
        .map(({ address }): Unchecked => ({ address, because: { reason: "imported-object" }, gone: false })),
    ],
  };
}
