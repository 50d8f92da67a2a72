export { adopt, type Adoption, type AdoptionInput } from "./adoption";
export { adoptionSummary } from "./adoption-summary";
export { type HclConfiguration, readHcl } from "./hcl";
export { type AdoptionMode, printStack } from "./print-stack";
