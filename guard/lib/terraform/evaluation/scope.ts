import type { Configuration, Surroundings } from "../configuration";
import {
  convert,
  evaluate,
  EvaluationError,
  type Expression,
  isTemplate,
  parseType,
  type Scope,
  type TemplateCache,
} from "../language";
import { canonical, checkSize, type Json, mark, normalized, OpaqueValue, unmark, type Value } from "../values";
import type { CycleGuard } from "./cycle-guard";
import { digestOfFiles } from "./file-digest";

/** What references stand for; without count or for_each one object, else a list or a map of them. */
export interface Resolver {
  /** @throws EvaluationError when there is no such block. */
  managed(resource: string): Value;
  data(resource: string): Value;
  module(name: string): Value;
}

/** Where a configuration is evaluated. */
interface EvaluationContext {
  readonly guard: CycleGuard;
  readonly templates: TemplateCache;
  /** What names have before them in messages: the address of the module, with a dot. */
  readonly prefix: string;
  /** The folder of the module, relative to where Terraform runs; empty for the root. */
  readonly folder: string;
  readonly surroundings: Surroundings;
  /** What the module is given for a variable. @default - the root, whose variables are given outside the files */
  readonly input?: (name: string) => Value | undefined;
}

/** The key of the instance an expression is evaluated for. */
export interface Repetition {
  readonly count?: Value;
  readonly each?: { readonly key: Value; readonly value: Value };
}

/** The repetition of a block without count and for_each. */
export const once: Repetition = {};

const noNames: ReadonlyMap<string, Value> = new Map();

/** Evaluates the JSON of one configuration. Locals are evaluated once, when first asked for. */
export class Evaluation {
  private readonly locals = new Map<string, Value>();
  private readonly variables = new Map<string, Value>();
  private readonly outside: Scope;

  constructor(
    readonly configuration: Configuration,
    private readonly resolver: Resolver,
    private readonly context: EvaluationContext,
  ) {
    this.outside = this.scope(once);
  }

  /**
   * Evaluates a value of Terraform JSON, where every string is a template, keys included.
   *
   * @param names What the templates see beside the module, as inside a dynamic block. @default - nothing
   */
  json(json: Json, repetition: Repetition = once, names = noNames): Value {
    if (typeof json === "string") return isTemplate(json) ? this.template(json, repetition, names) : normalized(json);
    if (json === null || typeof json !== "object") return json;
    if (Array.isArray(json)) return json.map((item) => this.json(item, repetition, names));
    const map = new Map<string, Value>();
    for (const key of Object.keys(json)) {
      if (key === "//") continue;
      const name = isTemplate(key) ? this.json(key, repetition, names) : key;
      const value = this.json(json[key] ?? null, repetition, names);
      map.set(typeof name === "string" ? normalized(name) : canonical(name), value);
    }
    return map;
  }

  private template(template: string, repetition: Repetition, names: ReadonlyMap<string, Value>): Value {
    const isOutside = repetition === once && names.size === 0;
    const value = evaluate(this.parse(template), isOutside ? this.outside : this.scope(repetition, names));
    checkSize(value);
    return value;
  }

  expression(expression: Expression, repetition: Repetition = once): Value {
    return evaluate(expression, this.scope(repetition));
  }

  /** What stands for the content of some files, folders with all below them; undefined where none is read. */
  contentOf(paths: readonly string[]): string | undefined {
    const { files } = this.context.surroundings;
    return files === undefined || paths.length === 0 ? undefined : digestOfFiles(files, paths);
  }

  parse(template: string): Expression {
    return this.context.templates.parse(template);
  }

  /** Evaluates something that others refer to, once it is its turn. @throws RecreationInputError for a cycle. */
  withCycleGuard<T>(name: string, run: () => T): T {
    return this.context.guard.run(`${this.context.prefix}${name}`, run);
  }

  /** A scope with other values under some names, as the content of a dynamic block has. */
  scope(repetition: Repetition, names = noNames): Scope {
    const { files } = this.context.surroundings;
    return {
      ...(files === undefined ? {} : { files }),
      reference: (root, path) => {
        const own = names.get(root);
        return own === undefined ? this.reference(root, path, repetition) : [own, 0];
      },
    };
  }

  private reference(root: string, path: readonly string[], repetition: Repetition): readonly [Value, number] {
    const [first, second] = path;
    switch (root) {
      case "local":
        return [this.local(first), 1];
      case "var":
        return [this.variable(first), 1];
      case "module":
        return [first === undefined ? none("module") : this.resolver.module(first), 1];
      case "count":
        return [repetition.count ?? none("count"), 1];
      case "each":
        return [eachOf(repetition, first), 1];
      case "path":
      case "terraform":
        return [
          this.place(`${root}.${first ?? ""}`) ??
            new OpaqueValue(`${root}.${first ?? ""}`, { origin: "machine-value" }),
          1,
        ];
      case "resource":
        return second === undefined ? none("resource") : [this.resolver.managed(`${first ?? ""}.${second}`), 2];
      case "data":
        return second === undefined ? none("data") : [this.resolver.data(`data.${first ?? ""}.${second}`), 2];
      default:
        return first === undefined ? none(root) : [this.resolver.managed(`${root}.${first}`), 1];
    }
  }

  /** What is the same on every machine; undefined for the rest. */
  private place(name: string): string | undefined {
    const { folder, surroundings } = this.context;
    if (name === "path.root") return ".";
    if (name === "path.module") return folder === "" ? "." : folder;
    return name === "terraform.workspace" ? surroundings.workspace : undefined;
  }

  private local(name = ""): Value {
    const known = this.locals.get(name);
    if (known !== undefined) return known;
    const json = this.configuration.locals.get(name);
    if (json === undefined) return none(`local.${name}`);
    const value = this.withCycleGuard(`local.${name}`, () => this.json(json));
    this.locals.set(name, value);
    return value;
  }

  private variable(name = ""): Value {
    const known = this.variables.get(name);
    if (known !== undefined) return known;
    const value = this.withCycleGuard(`var.${name}`, () => this.valueOfVariable(name));
    this.variables.set(name, value);
    return value;
  }

  private valueOfVariable(name: string): Value {
    const block = this.configuration.variables.get(name);
    const secret = block?.sensitive === true ? { sensitive: true } : undefined;
    const { input } = this.context;
    const given = input === undefined ? this.givenOutside(name) : input(name);
    if (given !== undefined && (unmark(given)[0] !== null || block?.nullable !== false))
      return mark(this.converted(name, given, block?.type), secret);
    if (block?.default === undefined) {
      return mark(new OpaqueValue(`${this.context.prefix}var.${name}`, { origin: "variable-not-set" }), secret);
    }
    // Only the variables of the root can be given outside the files.
    const marks = input === undefined ? { fromVariableDefault: name, ...secret } : secret;
    return mark(this.converted(name, this.json(block.default), block.type), marks);
  }

  /** What is given for a variable of the root beside the configuration. */
  private givenOutside(name: string): Value | undefined {
    const json = this.context.surroundings.variables?.get(name);
    return json === undefined ? undefined : this.json(json);
  }

  /** A value of a variable as its type has it. What Terraform refuses there is not known. */
  private converted(name: string, value: Value, type: string | undefined): Value {
    const parsed = type === undefined ? undefined : parseType(type, (expression) => this.expression(expression));
    if (parsed === undefined) return value;
    try {
      return convert(value, parsed);
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      return new OpaqueValue(`var.${name} of ${canonical(value)} as ${type ?? ""}`);
    }
  }
}

function none(name: string): never {
  throw new EvaluationError(`${name} is not declared`);
}

function eachOf(repetition: Repetition, attribute: string | undefined): Value {
  if (repetition.each === undefined) return none("each");
  return attribute === "key" ? repetition.each.key : repetition.each.value;
}
