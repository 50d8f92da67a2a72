import Exact from "fraction.js";

/** An exact number; the declarations of the package have it as a value only. */
export const Fraction: typeof Exact = Exact;
export type Fraction = InstanceType<typeof Exact>;
