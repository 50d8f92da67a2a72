import type { Observation } from "./observation";
import type { ResourceSchema } from "./schema";
import { differs, Unknown } from "./value";

/** Which edits in place make another attribute known only after apply. */
export interface SideEffect {
  readonly attribute: string;
  /** The edited attributes; undefined where any edit does. */
  readonly causes: readonly string[] | undefined;
}

/** @param seen Observations by the path of the edited attribute. */
export function sideEffects(schema: ResourceSchema, seen: ReadonlyMap<string, readonly Observation[]>): SideEffect[] {
  const edits = [...seen].flatMap(([path, observations]) =>
    observations.filter(isInPlace).map((observation) => ({ root: rootOf(path), observation })),
  );
  return schema.fields.flatMap(({ name, computed, nesting }): SideEffect[] => {
    if (!computed || nesting !== undefined) return [];
    const others = edits.filter(
      ({ root, observation }) => root !== name && (observation.config[name] ?? null) === null,
    );
    const causing = others.filter(({ observation }) => observation.planned[name] instanceof Unknown);
    if (causing.length === 0) return [];
    const causes = [...new Set(causing.map(({ root }) => root))].sort();
    return [{ attribute: name, causes: causing.length === others.length ? undefined : causes }];
  });
}

/**
 * Whether a known edit changes the resource and keeps it. Without the plugin SDK, an attribute that becomes unknown may
 * itself be why the plan replaces.
 */
function isInPlace({ replaces, prior, planned, to, legacy }: Observation): boolean {
  if ((legacy && replaces.length > 0) || to instanceof Unknown) return false;
  return Object.keys(planned).some(
    (name) => !(planned[name] instanceof Unknown) && differs(prior[name] ?? null, planned[name] ?? null, legacy),
  );
}

function rootOf(path: string): string {
  return path.split(".")[0] ?? path;
}
