export { adoptProgram } from "./adopt-program";
