/** The provider block that a resource of a type has when it names none: `scaleway_vpc` has `scaleway`. */
export function defaultProviderOf(type: string): string {
  const end = type.indexOf("_");
  return end < 0 ? type : type.slice(0, end);
}
