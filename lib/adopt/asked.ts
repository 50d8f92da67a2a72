import { readConfiguration } from "../recreation/terraform/configuration";
import type { Json } from "../recreation/values/json";

/** A variable that whoever applies has to give. */
export interface AskedVariable {
  readonly name: string;
  /** Whether the plan follows from it; false where all that it is of is ignored. */
  readonly decides: boolean;
}

/**
 * The variables of a stack.
 *
 * @param ignored Names of arguments that an import ignores, by the new address of their resource.
 */
export function askedVariables(
  configuration: Readonly<Record<string, unknown>>,
  ignored: ReadonlyMap<string, readonly string[]>,
): AskedVariable[] {
  const { resources, providers, variables } = readConfiguration(configuration);
  const decisive = [...resources].flatMap(([address, { body }]) =>
    Object.entries(body).filter(([name]) => ignored.get(address)?.includes(name) !== true),
  );
  const text = JSON.stringify([...decisive.map(([, value]): Json => value), ...providers.values()]);
  return [...variables.keys()].map((name) => ({ name, decides: new RegExp(`\\bvar\\.${name}\\b`).test(text) }));
}
