export {
  type ArgumentSet,
  type ArgumentTable,
  type BlockArgument,
  isBlock,
  type ResourceArguments,
  type ValueArgument,
} from "./arguments";
export type { AttributeEntry, BehaviourTable, NotProbed, ProbedWith, ResourceEntry } from "./behaviour";
export { type ReleaseDelta, type ReleaseHistory, RELEASES, type ReleaseTables, tablesAt } from "./history";
export { patchBetween } from "./merge-patch";
