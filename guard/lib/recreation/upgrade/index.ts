export { withUpgrade } from "./due-to-upgrade";
