import { RecreationInputError } from "../errors";

/** A name of an attribute or a key of a map, or the index of a list. */
export type PathStep = number | string;

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
const STEP = /^(?:\.?([\p{L}_][\p{L}\p{N}_-]*)|(?:\.(\d+)|\[(\d+)\])|\["((?:[^"\\]|\\.)*)"\])/u;

/** The paths that there are, by the root attribute. */
const roots = new Map<string, AttributePath>();

/**
 * The path of an attribute inside a resource: `private_network[0].zone`.
 *
 * There is one object for each path, so that `===`, Map and Set compare them. (`cty.Path` of Terraform and OpenTofu.)
 */
export class AttributePath {
  private readonly children = new Map<PathStep, AttributePath>();

  private constructor(
    /** From the attribute of the resource down. */
    readonly steps: readonly [string, ...PathStep[]],
    private readonly text: string,
  ) {}

  /** The path of an attribute of a resource, or of something in it. */
  static of(root: string, ...steps: readonly PathStep[]): AttributePath {
    const known = roots.get(root) ?? new AttributePath([root], root);
    roots.set(root, known);
    return steps.reduce<AttributePath>((path, step) => path.child(step), known);
  }

  /**
   * Reads Terraform's notation.
   *
   * @throws RecreationInputError when it is none.
   */
  static parse(text: string): AttributePath {
    const path = AttributePath.tryParse(text);
    if (path === undefined)
      throw new RecreationInputError(`expected the path of an attribute, got ${JSON.stringify(text)}`);
    return path;
  }

  /** Reads Terraform's notation; undefined for anything else. */
  static tryParse(text: string): AttributePath | undefined {
    const steps: PathStep[] = [];
    let rest = text;
    for (let match = STEP.exec(rest); match; match = STEP.exec(rest)) {
      const [whole, name, legacyIndex, index = legacyIndex, key] = match;
      // Only the first name stands without a dot.
      if (name !== undefined && whole.startsWith(".") === (steps.length === 0)) return undefined;
      steps.push(name ?? (index === undefined ? unescaped(key ?? "") : Number(index)));
      rest = rest.slice(whole.length);
    }
    const [root, ...deeper] = steps;
    return rest !== "" || typeof root !== "string" ? undefined : AttributePath.of(root, ...deeper);
  }

  /** The attribute of the resource that the path begins with. */
  get root(): string {
    return this.steps[0];
  }

  /** Whether it is an attribute of the resource itself. */
  get isRoot(): boolean {
    return this.steps.length === 1;
  }

  /** The same without indices, as a schema has it. */
  get withoutIndices(): AttributePath {
    const [root, ...steps] = this.steps;
    return AttributePath.of(root, ...steps.filter((step) => typeof step === "string"));
  }

  child(step: PathStep): AttributePath {
    const known = this.children.get(step);
    if (known) return known;
    const child = new AttributePath([...this.steps, step], this.text + notation(step));
    this.children.set(step, child);
    return child;
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}

function notation(step: PathStep): string {
  if (typeof step === "number") return `[${step}]`;
  return IDENTIFIER.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

function unescaped(key: string): string {
  try {
    return String(JSON.parse(`"${key}"`));
  } catch {
    return key;
  }
}
