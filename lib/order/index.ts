export { DependencyCycleError, DependencyGraph, type GraphNode } from "kapsule-guard";
