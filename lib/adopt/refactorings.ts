import {
  insideModules,
  ModuleInstance,
  type ObjectSource,
  OpaqueValue,
  readConfiguration,
  unmark,
} from "kapsule-guard/terraform";

import type { HclConfiguration } from "./hcl";

/** What `moved`, `removed` and `import` blocks of a configuration say, in addresses from its root. Whether they have been applied, no file tells. */
export interface Refactorings {
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  readonly removed: readonly { readonly from: string; readonly destroy: boolean }[];
  /** Ids by the addresses that they are imported to. */
  readonly imports: ReadonlyMap<string, string>;
}

export const noRefactorings: Refactorings = { moved: [], removed: [], imports: new Map() };

/** Ids and their like are no part of what is looked for here. */
const nothingKnown: ObjectSource = {
  managed: (module, block) =>
    new OpaqueValue(module.absoluteAddress(block.address), { origin: "reference-or-literal" }),
  data: (module, block) => new OpaqueValue(module.absoluteAddress(block.address), { origin: "data-source" }),
};

export function refactoringsIn({ configuration, surroundings }: HclConfiguration): Refactorings {
  const root = ModuleInstance.root(readConfiguration(configuration), surroundings, nothingKnown);
  const all = [...root.withDescendants()];
  const imports = [...root.configuration.imports].flatMap(([to, id]): [string, string][] => {
    const [value] = unmark(root.evaluation.json(id));
    return typeof value === "string" ? [[to, value]] : [];
  });
  return {
    moved: all.flatMap(({ steps, configuration: { moved } }) =>
      moved.map(({ from, to }) => ({ from: insideModules(steps, from), to: insideModules(steps, to) })),
    ),
    // A removed block is about all instances of a module.
    removed: [
      ...new Map(
        all.flatMap(({ steps, configuration: { removed } }) =>
          removed.map(({ from, destroy }) => {
            const place = insideModules(
              steps.map(({ name }) => ({ name, key: undefined })),
              from,
            );
            return [place, { from: place, destroy }] as const;
          }),
        ),
      ).values(),
    ],
    imports: new Map(imports),
  };
}
