import { generatedWhenUnset } from "../../../provider";
import type { Lock } from "./lock";

/** Whether what a lock stands for plans nothing when nothing changes. A pool without a name is replaced by every plan. */
export function isStable(lock: Lock): boolean {
  return Object.values(lock.resources).every(({ type, values }) =>
    generatedWhenUnset(type).every((name) => Object.hasOwn(values, name)),
  );
}
