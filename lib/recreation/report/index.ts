export { jsonReport } from "./json";
export { junitReport } from "./junit";
export { markdownReport } from "./markdown";
export type { NothingCompared, Report } from "./report";
export { sarifReport } from "./sarif";
export { type TextOptions, textReport } from "./text";
