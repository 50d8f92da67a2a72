/** Attributes that the provider fills with a new generated value when left out, and then wants unset again. */
const generated: Readonly<Record<string, readonly string[]>> = { scaleway_k8s_pool: ["name"] };

export function generatedWhenUnset(type: string): readonly string[] {
  return Object.hasOwn(generated, type) ? (generated[type] ?? []) : [];
}

/**
 * Attributes for whose change the provider makes another object, although its plan changes them in place: a database
 * engine is upgraded on a copy, with another id, and the instance that was there is deleted.
 */
const recreating: Readonly<Record<string, readonly string[]>> = { scaleway_rdb_instance: ["engine"] };

export function recreatedFor(type: string): readonly string[] {
  return Object.hasOwn(recreating, type) ? (recreating[type] ?? []) : [];
}
