import { allNotSetByRead, type ReleaseTables } from "../lib/provider";

/**
 * What adoption has to be told of a release: whether Read sets an argument is in the provider's source alone, so that each one that is
 * new takes a look, and one that is gone leaves the list.
 */
export function adoptionNotes(before: ReleaseTables, after: ReleaseTables): string[] {
  const known = new Set(argumentsOf(before));
  const now = new Set(argumentsOf(after));
  const fresh = [...now].filter((argument) => !known.has(argument));
  const gone = allNotSetByRead()
    .map(([type, argument]) => `${type}.${argument}`)
    .filter((argument) => known.has(argument) && !now.has(argument));
  return [
    ...fresh.map((argument) => `${argument} is new: where Read does not set it, add it to not-set-by-read.ts`),
    ...gone.map((argument) => `${argument} is gone: remove it from not-set-by-read.ts`),
  ];
}

/** The arguments of all types that both releases can be asked for. */
function argumentsOf({ arguments: { resources } }: ReleaseTables): string[] {
  return Object.entries(resources).flatMap(([type, { arguments: taken }]) =>
    Object.keys(taken).map((argument) => `${type}.${argument}`),
  );
}
