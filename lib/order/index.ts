export { DependencyCycleError, DependencyGraph } from "./dependency-graph";
