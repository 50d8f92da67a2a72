export { type FindUnder, withUpgrade } from "./due-to-upgrade";
