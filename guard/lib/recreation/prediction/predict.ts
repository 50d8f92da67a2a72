import { isScalewayResource } from "../../provider";
import { deletionsOf } from "./deletions";
import { changedOutputs, renamedOutputs } from "./outputs";
import type { Prediction, Unchecked } from "./prediction";
import { Predictor, type PredictorInput } from "./predictor";
import type { StackOutputs } from "./remote-outputs";
import { shiftsOf } from "./shifts";
import { uncheckedModules } from "./unchecked";

/** Predicts what an apply of a configuration does with what exists. */
export function predict(input: PredictorInput): Prediction {
  return predictionOf(new Predictor(input));
}

/** The same, with what it does with the outputs for those who read them from the state. */
export function predictWithOutputs(input: PredictorInput): { prediction: Prediction; outputs: PredictedOutputs } {
  const predictor = new Predictor(input);
  const created = predictor.all().filter(({ action }) => action === "create");
  return {
    prediction: predictionOf(predictor),
    outputs: {
      changed: changedOutputs(predictor),
      renamed: renamedOutputs(predictor),
      created: new Set(created.map(({ address }) => address)),
    },
  };
}

type PredictedOutputs = Pick<StackOutputs, "changed" | "renamed" | "created">;

function predictionOf(predictor: Predictor): Prediction {
  const { input } = predictor;
  const instances = predictor.all();
  const guarded = instances.filter((instance) => instance.guarded);
  const shifts = shiftsOf(guarded, (resource) => predictor.existingOf(resource));
  const shiftedTo = new Map([...shifts].map(([address, { from }]) => [from, address]));
  const deletions = deletionsOf(predictor, instances);
  const renamed = new Map(deletions.flatMap(({ address, renamedTo }) => (renamedTo ? [[renamedTo, address]] : [])));
  return {
    objects: guarded.map((instance) => {
      const shift = shifts.get(instance.address);
      const previous = renamed.get(instance.address);
      const old = previous && predictor.existing.get(previous);
      return {
        ...instance.toPrediction(),
        ...(shift === undefined ? {} : { shift }),
        // Under a new name, too, what was closed is opened.
        ...(old === undefined ? {} : { loosened: instance.loosenedFrom(old) }),
      };
    }),
    deletions: deletions.map((deletion) => {
      const to = shiftedTo.get(deletion.address);
      return to === undefined ? deletion : { ...deletion, shiftedTo: to };
    }),
    deposed: (input.state?.deposed ?? []).filter((address) => isScalewayResource(address.type)),
    unchecked: [
      ...uncheckedModules(predictor),
      ...guarded
        .filter((instance) => instance.imported)
        .map(({ address }): Unchecked => ({ subject: address, because: { reason: "imported-object" }, gone: false })),
    ],
    ...(input.remote === undefined ? {} : { createdElsewhere: input.remote.created }),
  };
}
