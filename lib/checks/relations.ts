import type { Problem } from "./check";
import type { Platform } from "./platform";
import type { CheckedResource } from "./resource";

/** The locality that an id begins with, such as the zone of `fr-par-1/11111111-…`. */
export function localityIn(id: string | undefined): string | undefined {
  return id?.includes("/") === true ? id.split("/")[0] : undefined;
}

/** Resources of a type that are about the same other one, but for the first. */
export function repeated(platform: Platform, type: string, argument: string, fix: string): Problem[] {
  // Most stacks name each one once, which shows without evaluating anything.
  const written = platform.blocks(type).map(({ body }) => JSON.stringify([body[argument], body.count, body.for_each]));
  const isOnce = written.every((text) => text.endsWith(",null,null]")) && new Set(written).size === written.length;
  if (isOnce && platform.hasNoModules) return [];
  const seen = new Map<string, CheckedResource>();
  return platform.of(type).flatMap((resource) => {
    const about = resource.references(argument)[0] ?? resource.text(argument);
    const first = about === undefined ? undefined : seen.get(about);
    if (about !== undefined && first === undefined) seen.set(about, resource);
    return first === undefined ? [] : [{ resource, message: `is about the same one as ${first.address}`, fix }];
  });
}
