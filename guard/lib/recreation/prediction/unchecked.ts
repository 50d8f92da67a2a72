import { insideModules, isInside, splitModules } from "../../terraform";
import type { Unchecked } from "./prediction";
import type { Predictor } from "./predictor";

/**
 * Modules about which something changes and that are not read on one side of the edit: the files, version or inputs are
 * others, they go, or objects move into or out of them.
 */
export function uncheckedModules(predictor: Predictor): Unchecked[] {
  const { baseline, state } = predictor.input;
  const now = new Map<string, string>();
  for (const module of predictor.root.withDescendants()) {
    for (const [address, digest] of module.unreadCalls(baseline.salt)) now.set(address, digest);
  }
  const found = new Map<string, boolean>();
  for (const [previousAddress, address] of predictor.unreadBefore) {
    const digest = now.get(address);
    if (digest === undefined) {
      const gone = predictor.root.find(splitModules(address).modules) === "gone";
      // With a state, each object in a module that goes has a finding of its own.
      if (!gone || state === undefined) found.set(previousAddress, gone);
    } else if (digest !== baseline.modules.get(previousAddress)) found.set(address, false);
  }
  const known = new Set([...predictor.unreadBefore].map(([, address]) => address));
  for (const address of now.keys()) {
    const isNewlySeen = !known.has(address) && holdsObjects(address, predictor);
    if (isNewlySeen || isMovedInto(address, predictor)) found.set(address, false);
  }
  for (const address of movedOutOf(predictor)) if (!found.has(address)) found.set(address, false);
  return [...found].map(([address, gone]) => ({
    address,
    because: { reason: "module-not-read", about: address },
    gone,
  }));
}

/** Whether a state has objects in a module of which nothing tells what it was, so that an edit of it shows nowhere. */
function holdsObjects(address: string, { existing }: Predictor): boolean {
  return [...existing.values()].some((object) => isInside(object.address, address));
}

/** Whether objects that were seen before, or somewhere else than in the module as it was called then, are inside one that is not read. */
function isMovedInto(address: string, { existing, unreadBefore }: Predictor): boolean {
  const before = [...unreadBefore]
    .filter(([, target]) => target === address)
    .map(([previousAddress]) => `${previousAddress}.`);
  const cameAlong = (previousAddress: string): boolean => before.some((module) => previousAddress.startsWith(module));
  return [...existing.values()].some(
    ({ address: place, previousAddress, prior: { deployed } }) =>
      isInside(place, address) &&
      (deployed !== undefined || (previousAddress !== place && !cameAlong(previousAddress))),
  );
}

/** Modules that were not read and that a `moved` block takes objects out of. */
function movedOutOf({ statements, input }: Predictor): string[] {
  const unread = [...input.baseline.modules.keys()];
  return unread.filter((address) =>
    statements.some(({ within, from }) => {
      const outer = within.map((name) => ({ name, key: undefined }));
      return from.resource !== "" && isInside(insideModules([...outer, ...from.modules], from.resource), address);
    }),
  );
}
