export { createProject } from "./create-project";
