import { type Reader, type Safeguard, safeguardsOf } from "../provider/safeguards";
import type { Doubt } from "../values/doubt";
import { OpaqueValue, type Value } from "../values/value";
import { contentsOf } from "../values/walk";

/** A safeguard that an apply switches off in place. */
export interface Loosened extends Pick<Safeguard, "keeps" | "off" | "stops"> {
  /** The attribute by which it is switched off. */
  readonly path: string;
  readonly before: Value;
  readonly after: Value;
  /** Why it only may. */
  readonly because?: Doubt;
}

/** What is on before and off after. @param changed The top-level attributes that differ, or may. */
export function loosenedBy(type: string, changed: ReadonlySet<string>, before: Reader, after: Reader): Loosened[] {
  return safeguardsOf(type).flatMap((safeguard): Loosened[] => {
    const path = safeguard.attributes.find((attribute) => changed.has(attribute));
    if (path === undefined) return [];
    return loosened(safeguard, path, before, after);
  });
}

/** What a new resource switches off of something that exists. @param wanted What the configuration says of it. */
export function openedBy(type: string, wanted: Reader): Loosened[] {
  return safeguardsOf(type).flatMap((safeguard): Loosened[] => {
    const { opens, attributes } = safeguard;
    if (opens === undefined || contentsOf(wanted(opens)).unknown !== undefined) return [];
    const path = attributes.find((attribute) => wanted(attribute) !== null);
    return path === undefined ? [] : loosened(safeguard, path, () => null, wanted);
  });
}

function loosened(
  { isOff, keeps, off, stops, shown = (value) => value }: Safeguard,
  path: string,
  before: Reader,
  after: Reader,
): Loosened[] {
  const [was, is] = [isOff(before), isOff(after)];
  if (was === true || is === false) return [];
  const [prior, wanted] = [before(path), after(path)];
  const found = { path, before: shown(prior), after: shown(wanted), keeps, off, stops };
  if (is === true) {
    const variable = contentsOf(wanted).marks?.fromVariableDefault;
    if (variable !== undefined) return [{ ...found, because: { reason: "variable-default", about: variable } }];
    return [was instanceof OpaqueValue ? { ...found, because: { reason: was.origin } } : found];
  }
  // What only the plan knows is seldom the internet; what somebody gives for a variable may be.
  const given = was === false && is instanceof OpaqueValue && is.origin === "variable-not-set";
  return given ? [{ ...found, because: { reason: "variable-not-set" } }] : [];
}
