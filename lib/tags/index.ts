export { type TagOptions, Tags } from "./tags";
