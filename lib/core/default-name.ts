import type { IConstruct } from "constructs";

/**
 * The name of a resource that cannot be without one, where the program gives none: the path of its construct, with hyphens. What lies in
 * another resource, such as a database in its instance, has its construct's id. A name that Scaleway makes up is left to it: a rename
 * of the construct would rename the resource, and no longer be recognized as one.
 */
export function defaultName(scope: IConstruct, ...below: readonly string[]): string {
  return [scope.node.path.replaceAll("/", "-"), ...below].join("-");
}
