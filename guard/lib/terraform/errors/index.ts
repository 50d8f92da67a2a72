/** A configuration, state, plan or lock that cannot be read as what it claims to be; the message says where and why. */
export class RecreationInputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "RecreationInputError";
  }
}

/**
 * Runs a computation over input from outside, whose depth or size may be beyond what JavaScript can evaluate.
 *
 * @throws RecreationInputError instead of a RangeError.
 */
export function withinLimits<T>(what: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RecreationInputError(`${what} is nested too deep or too large to evaluate`);
  }
}
