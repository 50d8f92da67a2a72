/** An expression that cannot have a value; `try` and `can` catch it. */
export class EvaluationError extends Error {}

/** An expression that Terraform gives a value, and this library does not: a doubt, which neither `try` nor `can` decides. */
export class NotComputed extends EvaluationError {}
