export { adopt, type Adoption, type AdoptionInput, type AdoptionMode } from "./adoption";
export { adoptionSummary } from "./adoption-summary";
export { type HclConfiguration, readHcl } from "./hcl";
export { printStack } from "./print-stack";
