export { compare, isEmpty } from "./compare";
export { type Compared, type Difference, difference, isLeftOut } from "./difference";
export { causeOf, changed, doubtOf, isSure, type Outcome, uncertain, unknownBecauseOf } from "./outcome";
