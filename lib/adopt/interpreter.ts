import type { ClassName, Code } from "./code";

type Callable = (...given: unknown[]) => unknown;
type Constructor = new (...given: unknown[]) => unknown;

/** Raised for code that needs what could not be made. */
export class UnmadeError extends Error {}

/** Runs code as the program that is printed of it would run. */
export class Interpreter {
  private readonly names = new Map<string, unknown>();
  private readonly unmade = new Set<string>();

  /** @param load Gives the class that a module exports. */
  constructor(private readonly load: (wanted: ClassName) => unknown) {}

  public name(name: string, value: unknown): void {
    this.names.set(name, value);
  }

  /** Notes that nothing has a name, because what should have it could not be made. */
  public leaveOut(name: string): void {
    this.unmade.add(name);
  }

  /** @throws UnmadeError for code with a name that was left out */
  public evaluate(code: Code): unknown {
    switch (code.kind) {
      case "literal":
        return code.value;
      case "list":
        return code.items.map((item) => this.evaluate(item));
      case "object":
        return Object.fromEntries(Object.entries(code.entries).map(([key, part]) => [key, this.evaluate(part)]));
      case "name":
        if (this.unmade.has(code.name)) throw new UnmadeError(code.name);
        return this.names.get(code.name);
      case "class":
        return this.load(code.class);
      case "cast":
        return this.evaluate(code.of);
      case "property":
        return (this.evaluate(code.of) as Record<string, unknown>)[code.name];
      case "call": {
        const receiver = this.evaluate(code.of) as Record<string, Callable>;
        const given = code.arguments.map((each) => this.evaluate(each));
        return receiver[code.method]?.(...given);
      }
      case "new": {
        const made = this.load(code.class) as Constructor;
        return new made(...code.arguments.map((each) => this.evaluate(each)));
      }
    }
  }
}
