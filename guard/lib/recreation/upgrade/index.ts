export { upgradeDocument, upgradeReason } from "./document";
export { withUpgrade } from "./due-to-upgrade";
