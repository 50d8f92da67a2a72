import { type Reader, type Safeguard, safeguardsOf } from "../../provider";
import { contentsOf, type Doubt, type JsonObject, OpaqueValue, type Value } from "../../terraform";

/** A safeguard that an apply switches off in place. */
export interface Loosened extends Pick<Safeguard, "keeps" | "off" | "stops"> {
  /** The attribute by which it is switched off. */
  readonly path: string;
  readonly before: Value;
  readonly after: Value;
  /** Why it only may. */
  readonly because?: Doubt;
}

/** The two sides of an edit of one object. */
interface Edit {
  /** The top-level attributes that differ, or may. @default - any */
  readonly changed?: ReadonlySet<string> | undefined;
  readonly before: Reader;
  readonly after: Reader;
  /** The block of the new configuration, for what its expressions do not come to here. */
  readonly written?: JsonObject;
}

/** What is on before and off after. */
export function loosenedBy(type: string, edit: Edit): Loosened[] {
  return safeguardsOf(type).flatMap((safeguard): Loosened[] => {
    const { attributes } = safeguard;
    const path = edit.changed === undefined ? attributes[0] : attributes.find((name) => edit.changed?.has(name));
    return path === undefined ? [] : loosened(safeguard, path, edit);
  });
}

/** What a new resource switches off of something that exists. @param wanted What the configuration says of it. */
export function openedBy(type: string, wanted: Reader, written?: JsonObject): Loosened[] {
  return safeguardsOf(type).flatMap((safeguard): Loosened[] => {
    const { opens, attributes } = safeguard;
    if (opens === undefined || contentsOf(wanted(opens)).unknown !== undefined) return [];
    const path = attributes.find((attribute) => wanted(attribute) !== null);
    const edit = { before: () => null, after: wanted, ...(written === undefined ? {} : { written }) };
    return path === undefined ? [] : loosened(safeguard, path, edit);
  });
}

function loosened(safeguard: Safeguard, path: string, { before, after, written }: Edit): Loosened[] {
  const { isOff, keeps, off, stops, shown = (value: Value): Value => value, suspects } = safeguard;
  const [was, is] = [isOff(before), isOff(after)];
  if (was === true || is === false) return [];
  const [prior, wanted] = [before(path), after(path)];
  const found = { path, before: shown(prior), after: shown(wanted), keeps, off, stops };
  if (is === true) {
    const variable = contentsOf(wanted).marks?.fromVariableDefault;
    if (variable !== undefined) return [{ ...found, because: { reason: "variable-default", about: variable } }];
    return [was instanceof OpaqueValue ? { ...found, because: { reason: was.origin } } : found];
  }
  if (!(is instanceof OpaqueValue)) return [];
  // What only the plan knows is seldom the internet; what somebody gives for a variable may be.
  const isGiven = was === false && ASKED.includes(is.origin);
  const isSuspect = suspects?.(JSON.stringify(written?.[path] ?? "")) === true;
  return isGiven || isSuspect ? [{ ...found, because: { reason: is.origin } }] : [];
}

const ASKED: readonly string[] = ["variable-not-set", "count-not-known"];
