import { type Address, isInside, ModuleAddress, targetIn } from "../../terraform";
import type { Unchecked } from "./prediction";
import type { Predictor } from "./predictor";

/**
 * Modules about which something changes and that are not read on one side of the edit: the files, version or inputs are
 * others, they go, or objects move into or out of them.
 */
export function uncheckedModules(predictor: Predictor): Unchecked[] {
  const { baseline, state } = predictor.input;
  const now = new Map<ModuleAddress, string>();
  for (const module of predictor.root.withDescendants()) {
    for (const [address, digest] of module.unreadCalls(baseline.salt)) now.set(address, digest);
  }
  const found = new Map<ModuleAddress, boolean>();
  for (const [previousAddress, address] of predictor.unreadBefore) {
    const digest = now.get(address);
    if (digest === undefined) {
      const gone = predictor.root.find(address.steps) === "gone";
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
  return [...found].map(([subject, gone]) => ({
    subject,
    because: { reason: "module-not-read", about: subject.toString() },
    gone,
  }));
}

/** Whether a state has objects in a module of which nothing tells what it was, so that an edit of it shows nowhere. */
function holdsObjects(address: ModuleAddress, { existing }: Predictor): boolean {
  return [...existing.values()].some((object) => isInside(object.address, address));
}

/** Whether objects that were seen before, or somewhere else than in the module as it was called then, are inside one that is not read. */
function isMovedInto(address: ModuleAddress, { existing, unreadBefore }: Predictor): boolean {
  const before = [...unreadBefore].filter(([, target]) => target === address).map(([previous]) => previous);
  const cameAlong = ({ module }: Address): boolean => before.some((previous) => module.isInside(previous));
  return [...existing.values()].some(
    ({ address: place, previousAddress, prior: { deployed } }) =>
      isInside(place, address) &&
      (deployed !== undefined || (previousAddress !== place && !cameAlong(previousAddress))),
  );
}

/** Modules that were not read and that a `moved` block takes objects out of. */
function movedOutOf({ statements, input }: Predictor): ModuleAddress[] {
  const unread = [...input.baseline.modules.keys()];
  return unread.filter((address) =>
    statements.some(
      ({ within, from }) => !(from instanceof ModuleAddress) && isInside(targetIn(from, within), address),
    ),
  );
}
