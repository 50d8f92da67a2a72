/** A configuration, state, plan or lock that cannot be read as what it claims to be; the message says where and why. */
export class RecreationInputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "RecreationInputError";
  }
}
