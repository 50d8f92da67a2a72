import type { IgnoreChanges, Lifecycle } from "kapsule-guard/terraform";

import { call, type Code, list, literal, object, propertyOf } from "./code";

/** Settings of a lifecycle that a construct of the library does not have by itself. */
export type LifecycleSettings = Pick<Lifecycle, "createBeforeDestroy" | "ignoreChanges"> & {
  readonly preventDestroy: boolean;
};

/** Settings that only OpenTofu takes, and that the code of a stack does not state. */
export function notMigratedSettings({ preventDestroy, skipDestroy }: Lifecycle): string[] {
  return [
    ...(typeof preventDestroy === "string" ? [`lifecycle.prevent_destroy = ${preventDestroy}`] : []),
    ...(skipDestroy ? ["lifecycle.destroy = false"] : []),
  ];
}

/** What one lifecycle sets and another one does not; undefined where there is nothing. */
export function missingSettings(wanted: Lifecycle, has: Lifecycle): LifecycleSettings | undefined {
  const missing = {
    createBeforeDestroy: wanted.createBeforeDestroy && !has.createBeforeDestroy,
    preventDestroy: wanted.preventDestroy === true && has.preventDestroy !== true,
    ignoreChanges: missingNames(wanted.ignoreChanges, has.ignoreChanges),
  };
  return isEmpty(missing) ? undefined : missing;
}

function missingNames(wanted: Lifecycle["ignoreChanges"], has: Lifecycle["ignoreChanges"]): Lifecycle["ignoreChanges"] {
  if (has === "all") return [];
  return wanted === "all" ? wanted : wanted.filter((name) => !has.includes(name));
}

/** The `lifecycle` of an L1; undefined where it sets nothing. */
export function lifecycleProperty(settings: LifecycleSettings): Code | undefined {
  if (isEmpty(settings)) return undefined;
  const { createBeforeDestroy, preventDestroy, ignoreChanges } = settings;
  return object({
    createBeforeDestroy: createBeforeDestroy ? literal(true) : undefined,
    preventDestroy: preventDestroy ? literal(true) : undefined,
    ignoreChanges: ignoreChanges.length === 0 ? undefined : ignoredCode(ignoreChanges),
  });
}

/** Calls that add settings to the lifecycle of a construct's resource, to what is ignored already. */
export function lifecycleOverrides(construct: Code, settings: LifecycleSettings): Code[] {
  const { createBeforeDestroy, preventDestroy, ignoreChanges } = settings;
  const override = (name: string, value: Code) =>
    call(propertyOf(construct, "resource"), "addOverride", literal(`lifecycle.${name}`), value);
  return [
    ...(createBeforeDestroy ? [override("create_before_destroy", literal(true))] : []),
    ...(preventDestroy ? [override("prevent_destroy", literal(true))] : []),
    ...(ignoreChanges.length > 0 ? [override("ignore_changes", ignoredCode(ignoreChanges))] : []),
  ];
}

function ignoredCode(ignored: IgnoreChanges): Code {
  return ignored === "all" ? literal(ignored) : list(ignored.map((path) => literal(path.toString())));
}

function isEmpty({ createBeforeDestroy, preventDestroy, ignoreChanges }: LifecycleSettings): boolean {
  return !createBeforeDestroy && !preventDestroy && ignoreChanges.length === 0;
}
