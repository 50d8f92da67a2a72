/** Attributes that the provider fills with a new generated value when left out, and then wants unset again. */
const generated: Readonly<Record<string, readonly string[]>> = { scaleway_k8s_pool: ["name"] };

export function generatedWhenUnset(type: string): readonly string[] {
  return Object.hasOwn(generated, type) ? (generated[type] ?? []) : [];
}
