import type { IConstruct } from "constructs";

/** The construct at the end of a way of ids; undefined where there is none, as of one that is gone. */
export function constructAt(start: IConstruct, ids: readonly string[]): IConstruct | undefined {
  return ids.reduce<IConstruct | undefined>((scope, id) => scope?.node.tryFindChild(id), start);
}
