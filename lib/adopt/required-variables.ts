import { type Address, type Json, readConfiguration } from "kapsule-guard/terraform";

/** A variable that whoever applies has to give. */
interface RequiredVariable {
  readonly name: string;
  /** Whether the plan follows from it; false where all that it is of is ignored. */
  readonly decides: boolean;
}

/**
 * The variables of a stack.
 *
 * @param ignored Names of arguments that an import ignores, by the new address of their resource.
 */
export function requiredVariables(
  configuration: Readonly<Record<string, unknown>>,
  ignored: ReadonlyMap<Address, readonly string[]>,
): RequiredVariable[] {
  const { resources, providers, variables } = readConfiguration(configuration);
  const without: Json[] = [...providers.values()];
  const within: Json[] = [];
  for (const { address, body } of resources.values())
    for (const [name, value] of Object.entries(body))
      (ignored.get(address)?.includes(name) === true ? within : without).push(value);
  return [...variables.keys()].map((name) => {
    const isIn = (values: Json[]) => new RegExp(`\\bvar\\.${name}\\b`).test(JSON.stringify(values));
    return { name, decides: isIn(without) || !isIn(within) };
  });
}
