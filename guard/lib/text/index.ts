export { hasCredentials, withoutCredentials } from "./credentials";
export { describeInvalid, type InvalidProperty } from "./invalid";
export { listed } from "./listed";
export { mostSimilar } from "./most-similar";
export { printable, printableJson, printableLines, withoutCommands } from "./printable";
export { Progress, telling, withProgress } from "./progress";
