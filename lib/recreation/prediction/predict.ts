import type { Baseline } from "../baseline/baseline";
import { isScalewayResource } from "../provider/behaviour";
import { typeOf } from "../terraform/address";
import type { Configuration } from "../terraform/configuration";
import type { State } from "../terraform/state";
import { deletionsOf } from "./deletions";
import type { Prediction, Unchecked } from "./prediction";
import { Predictor } from "./predictor";

/** Predicts what an apply of a configuration does with what exists. */
export function predict(baseline: Baseline, configuration: Configuration, state: State | undefined): Prediction {
  const predictor = new Predictor({ baseline, configuration, state });
  const instances = predictor.all();
  const guarded = instances.filter((instance) => instance.guarded);
  return {
    objects: guarded.map((instance) => instance.toPrediction()),
    deletions: deletionsOf(predictor, instances),
    deposed: (state?.deposed ?? []).filter((address) => isScalewayResource(typeOf(address))),
    unchecked: [
      ...modulesOf(predictor),
      ...guarded
        .filter((instance) => instance.imported)
        .map(({ address }): Unchecked => ({ address, because: { reason: "imported-object" }, gone: false })),
    ],
  };
}

/** The inside of a module is not in the configuration: whatever it is given may change something. */
function modulesOf(predictor: Predictor): Unchecked[] {
  const { baseline, configuration, state } = predictor.input;
  return [...baseline.modules].flatMap(([name, digest]): Unchecked[] => {
    const address = `module.${name}`;
    const because = { reason: "module-not-read", about: address } as const;
    if (configuration.moved.some(({ from }) => from === address)) return [];
    if (configuration.modules.has(name)) {
      return predictor.isSameModule(name, digest) ? [] : [{ address, because, gone: false }];
    }
    return state === undefined ? [{ address, because, gone: true }] : [];
  });
}
