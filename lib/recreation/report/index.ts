export { jsonReport } from "./json";
export { markdownReport } from "./markdown";
export type { Report } from "./report";
export { type TextOptions, textReport } from "./text";
