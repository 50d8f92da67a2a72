import { RecreationInputError } from "../errors";

const longestChain = 200;

/** Follows references from one thing to the next, and refuses to go in circles. */
export class CycleGuard {
  private readonly chain: string[] = [];

  /**
   * Evaluates something that others refer to, once it is its turn.
   *
   * @throws RecreationInputError for a cycle, and for a chain of more than 200 references.
   */
  run<T>(name: string, evaluate: () => T): T {
    if (this.chain.includes(name)) {
      const cycle = [...this.chain.slice(this.chain.indexOf(name)), name];
      throw new RecreationInputError(`the configuration refers to itself: ${cycle.join(" -> ")}`);
    }
    if (this.chain.length >= longestChain) {
      throw new RecreationInputError(`references form a chain of more than ${longestChain} steps, at ${name}`);
    }
    this.chain.push(name);
    try {
      return evaluate();
    } finally {
      this.chain.pop();
    }
  }
}
