export { hasCredentials, withoutCredentials } from "./credentials";
export { describeInvalid, type InvalidProperty } from "./invalid";
export { printable, printableJson, printableLines, withoutCommands } from "./printable";
