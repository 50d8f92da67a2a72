export type { StatefulReason } from "./provider";
export {
  type Certainty,
  type Finding,
  type FindingAction,
  findRecreations,
  findRecreationsInPlan,
  type FindRecreationsInput,
  type Severity,
  type Subject,
  subjectName,
} from "./recreation";
export {
  DependencyCycleError,
  DependencyGraph,
  type Doubt,
  type DoubtReason,
  type GraphNode,
  type ModuleFiles,
  type ModuleFolder,
  readSurroundings,
  RecreationInputError,
  type Surroundings,
} from "./terraform";
