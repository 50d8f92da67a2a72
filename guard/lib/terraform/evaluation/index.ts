export { argumentsOf, metaArguments } from "./arguments";
export { combine, placeholder } from "./combine";
export { dataArguments, opaqueData } from "./data-source";
export { Dependencies } from "./dependencies";
export { type Instance, repeatsOf } from "./expansion";
export { ModuleInstance, type ObjectSource } from "./module-instance";
export { type Protection, protectionOf } from "./protection";
export type { Repetition } from "./scope";
