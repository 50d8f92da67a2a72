export { DependencyCycleError, DependencyGraph } from "./dependency-graph";
export type { GraphNode } from "./graph-node";
