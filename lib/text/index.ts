export { hasCredentials, withoutCredentials } from "./credentials";
export { printable, printableJson, printableLines, withoutCommands } from "./printable";
