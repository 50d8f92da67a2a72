export { DependencyCycleError, DependencyGraph } from "./dependency-graph";
export { type GraphNode, nameOfPath } from "./graph-node";
