import {
  ModuleInstance,
  type ObjectSource,
  OpaqueValue,
  readConfiguration,
  type Target,
  targetIn,
  unmark,
} from "kapsule-guard/terraform";

import type { HclConfiguration } from "./hcl";

/** What `moved`, `removed` and `import` blocks of a configuration say, in addresses from its root. Whether they have been applied, no file tells. */
export interface Refactorings {
  readonly moved: readonly { readonly from: Target; readonly to: Target }[];
  readonly removed: readonly { readonly from: Target; readonly destroy: boolean }[];
  /** Ids by the addresses that they are imported to. */
  readonly imports: ReadonlyMap<string, string>;
}

export const noRefactorings: Refactorings = { moved: [], removed: [], imports: new Map() };

/** Ids and their like are no part of what is looked for here. */
const nothingKnown: ObjectSource = {
  managed: (module, block) => new OpaqueValue(module.addressOf(block).toString(), { origin: "reference-or-literal" }),
  data: (module, block) => new OpaqueValue(module.addressOf(block).toString(), { origin: "data-source" }),
};

export function refactoringsIn({ configuration, surroundings }: HclConfiguration): Refactorings {
  const root = ModuleInstance.root(readConfiguration(configuration), surroundings, nothingKnown);
  const all = [...root.withDescendants()];
  const imports = [...root.configuration.imports].flatMap(([to, id]): [string, string][] => {
    const [value] = unmark(root.evaluation.json(id));
    return typeof value === "string" ? [[to, value]] : [];
  });
  return {
    moved: all.flatMap(({ address, configuration: { moved } }) =>
      moved.map(({ from, to }) => ({ from: targetIn(from, address), to: targetIn(to, address) })),
    ),
    // A removed block is about all instances of a module.
    removed: [
      ...new Map(
        all.flatMap(({ address, configuration: { removed } }) =>
          removed.map(({ from, destroy }) => {
            const place = targetIn(from, address.call);
            return [place, { from: place, destroy }] as const;
          }),
        ),
      ).values(),
    ],
    imports: new Map(imports),
  };
}
