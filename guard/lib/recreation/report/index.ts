export { applyApprovals, type Approval, type BlockingPolicy, isBlocking } from "./approval";
export { changeDrawing } from "./change-drawing";
export { jsonReport } from "./json";
export { junitReport } from "./junit";
export { markdownReport } from "./markdown";
export { describeApproval, type NothingCompared, type Report, type ReportedProblem, saysSomething } from "./report";
export { sarifReport } from "./sarif";
export { textReport } from "./text";
export { type SharedReport, together } from "./together";
