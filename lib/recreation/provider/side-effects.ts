/** Attributes that the provider marks as unknown when another one changes in place. */
const recomputed: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  scaleway_k8s_pool: { nodes: ["size"] },
  terraform_data: { output: ["input"] },
};

/** Whether an in-place change of some attributes makes another one unknown. */
export function isRecomputed(type: string, attribute: string, changed: ReadonlySet<string>): boolean {
  const causes = Object.hasOwn(recomputed, type) ? recomputed[type] : undefined;
  const names = causes && Object.hasOwn(causes, attribute) ? causes[attribute] : undefined;
  return names?.some((name) => changed.has(name)) ?? false;
}

/** Attributes that the provider fills with a new generated value when left out, and then wants unset again. */
const generated: Readonly<Record<string, readonly string[]>> = { scaleway_k8s_pool: ["name"] };

export function generatedWhenUnset(type: string): readonly string[] {
  return Object.hasOwn(generated, type) ? (generated[type] ?? []) : [];
}
