export type { PlatformCheck } from "./check";
export { describeProblem, findProblems, type FoundProblem } from "./find-problems";
export { PLATFORM_CHECKS } from "./platform-checks";
