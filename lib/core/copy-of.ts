/** A list that the generated types take, which want to be allowed to change it. A list that is one token stays one. */
export function copyOf<T>(list: readonly T[] | undefined): T[] | undefined {
  return Array.isArray(list) ? [...(list as readonly T[])] : (list as T[] | undefined);
}
