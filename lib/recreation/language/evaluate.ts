import { RecreationInputError } from "../values/errors";
import { normalized } from "../values/text";
import {
  entriesOf,
  isMap,
  joinMarks,
  listOf,
  ListValue,
  mark,
  Marked,
  type Marks,
  ObjectReference,
  OpaqueValue,
  SetValue,
  Unknown,
  unmark,
  type Value,
} from "../values/value";
import { canonical, contentsOf, unmarkDeep } from "../values/walk";
import { attributeOf } from "./attribute";
import { EvaluationError, NotComputed, toBoolean, toNumber, toText } from "./convert";
import { functionNamed } from "./functions";
import { binaryOperation } from "./operators";
import { type Expression, type ForExpression, referencesOf, splatElement } from "./syntax";

/** What the names in an expression stand for. */
export interface Scope {
  /**
   * @param root The first name, such as `local` or `scaleway_vpc`.
   * @param path The attribute names that follow it directly.
   * @returns The value, and how many of the names in `path` it took to find it.
   * @throws EvaluationError when there is no such thing.
   */
  reference(root: string, path: readonly string[]): readonly [Value, number];
}

/** Evaluates an expression; what cannot be evaluated becomes an opaque value that depends on everything it refers to. */
export function evaluate(expression: Expression, scope: Scope): Value {
  if (expression.kind === "literal") return expression.value;
  try {
    return new Evaluator(scope, new Map()).evaluate(expression);
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return opaque(JSON.stringify(expression), referencesOf(expression), scope);
  }
}

function opaque(text: string, references: readonly Expression[], scope: Scope): Value {
  const evaluator = new Evaluator(scope, new Map());
  const values = references.map((reference) => {
    try {
      return evaluator.evaluate(reference);
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      return new OpaqueValue(JSON.stringify(reference));
    }
  });
  return opaqueResult(`expression ${text}`, values);
}

/**
 * An opaque value that is equal to itself iff the operation and the operands are.
 *
 * Whether an operand that is unknown makes the result unknown depends on an operation that is not carried out here: a
 * conditional takes one side of two. So the result may become unknown, and is not said to be.
 */
function opaqueResult(operation: string, operands: readonly Value[]): Value {
  const { unknown, opaque: operand, marks } = contentsOf([...operands]);
  const key = `${operation}(${operands.map(canonical).join(", ")})`;
  const result = new OpaqueValue(key, operand && { origin: operand.origin });
  if (unknown === undefined) return mark(result, marks);
  return mark(result, joinMarks({ mayBecomeUnknown: unknown.cause ?? "" }, marks));
}

const mostRounds = 1_000_000;
const longestText = 4_000_000;

/** @throws RecreationInputError for a text that only repeated doubling makes. */
function ofUsableSize(value: Value): Value {
  if (typeof value !== "string" || value.length <= longestText) return value;
  throw new RecreationInputError(`an expression has a value of over ${longestText} characters`);
}

/** Operations whose result Terraform may know although a part of an operand is unknown. */
const shortCircuiting = new Set(["contains", "length", "startswith", "toset"]);

class Evaluator {
  constructor(
    private readonly scope: Scope,
    private readonly locals: ReadonlyMap<string, Value>,
    private readonly budget = { rounds: 0 },
  ) {}

  evaluate(node: Expression): Value {
    switch (node.kind) {
      case "literal":
        return node.value;
      case "template":
        return this.strict("template", node.parts, (parts) => parts.map(toText).join(""));
      case "name":
      case "attribute":
        return this.chain(node);
      case "index":
        return this.index(this.evaluate(node.of), this.evaluate(node.key));
      case "splat":
        return this.splat(this.evaluate(node.of), node.each);
      case "call":
        return this.call(node.name, node.args, node.expand);
      case "unary":
        return this.strict(node.operator, [node.operand], ([value]) =>
          node.operator === "!" ? !toBoolean(value ?? null) : negated(toNumber(value ?? null)),
        );
      case "binary":
        return this.binary(node.operator, node.left, node.right);
      case "conditional":
        return this.conditional(node.if, node.then, node.else);
      case "list":
        return node.items.map((item) => this.evaluate(item));
      case "object":
        return new Map(node.items.map(([key, value]) => [this.key(key), this.evaluate(value)]));
      case "for":
        return this.forExpression(node);
      case "opaque":
        return opaque(node.text, node.references, this.scope);
    }
  }

  /** A name and the attributes after it; how many of them belong to the reference is for the scope to say. */
  private chain(node: Expression): Value {
    const path: string[] = [];
    let root = node;
    while (root.kind === "attribute") {
      path.unshift(root.name);
      root = root.of;
    }
    if (root.kind !== "name") return path.reduce((value, name) => attributeOf(value, name), this.evaluate(root));
    const local = this.locals.get(root.name);
    const [start, used] = local === undefined ? this.scope.reference(root.name, path) : ([local, 0] as const);
    return path.slice(used).reduce((value, name) => attributeOf(value, name), start);
  }

  private key(node: Expression): string {
    return normalized(toText(unmarkDeep(this.evaluate(node))));
  }

  private index(of: Value, key: Value): Value {
    const [plainKey, keyMarks] = unmark(key);
    const [plainOf, ofMarks] = unmark(of);
    const marks = joinMarks(keyMarks, ofMarks);
    if (plainKey instanceof Unknown) return mark(plainKey, marks);
    if (typeof plainKey === "object" && plainKey !== null)
      return mark(opaqueResult("index", [plainOf, plainKey]), marks);
    if (Array.isArray(plainOf)) {
      const item = plainOf[toNumber(plainKey)];
      if (item === undefined) throw new EvaluationError("no such index");
      return mark(item, marks);
    }
    return mark(attributeOf(plainOf, toText(plainKey)), marks);
  }

  private splat(of: Value, each: Expression): Value {
    const [plain, marks] = unmark(of);
    if (plain instanceof Unknown) return of;
    if (plain instanceof OpaqueValue) return mark(opaqueResult(`splat ${JSON.stringify(each)}`, [plain]), marks);
    const items = Array.isArray(plain) ? plain : plain === null ? [] : [plain];
    const values = items.map((item) => this.with([[splatElement, item]]).evaluate(each));
    return mark(plain instanceof ListValue ? listOf(values) : values, marks);
  }

  private with(names: readonly (readonly [string, Value])[]): Evaluator {
    return new Evaluator(this.scope, new Map([...this.locals, ...names]), this.budget);
  }

  /** Runs an operation on fully known operands, and otherwise stands for its result. */
  private strict(operation: string, nodes: readonly Expression[], run: (values: Value[]) => Value): Value {
    return this.applyStrict(
      operation,
      nodes.map((node) => this.evaluate(node)),
      run,
    );
  }

  private applyStrict(operation: string, values: Value[], run: (values: Value[]) => Value): Value {
    const { unknown, opaque: operand, marks } = contentsOf(values);
    if (unknown) return shortCircuiting.has(operation) ? opaqueResult(operation, values) : mark(unknown, marks);
    if (operand) return opaqueResult(operation, values);
    const result = ofUsableSize(run(values.map(unmarkDeep)));
    return mark(typeof result === "string" ? normalized(result) : result, marks);
  }

  private call(name: string, nodes: readonly Expression[], expand: boolean): Value {
    if (name === "try") return this.tryEach(nodes);
    if (name === "can") return this.can(nodes);
    if (name === "coalesce") return this.coalesce(nodes);
    const args = nodes.map((node) => this.evaluate(node));
    if (expand) args.push(...expanded(args.pop() ?? null));
    const [first] = args;
    if (name === "sensitive") return mark(first ?? null, { sensitive: true });
    if (name === "nonsensitive")
      return first instanceof Marked ? mark(first.value, { ...first.marks, sensitive: false }) : (first ?? null);
    const found = functionNamed(name);
    if (found === "volatile") return new Unknown();
    if (found === undefined) return opaqueResult(name, args);
    if (found.strict) return this.applyStrict(name, args, (values) => found.run(...values));
    return applyStructural(name, args, found.run);
  }

  private tryEach(nodes: readonly Expression[]): Value {
    for (const node of nodes) {
      try {
        return this.evaluate(node);
      } catch (error) {
        if (!(error instanceof EvaluationError) || error instanceof NotComputed) throw error;
      }
    }
    throw new EvaluationError("try: no argument has a value");
  }

  /** Of what is unknown or opaque, only Terraform can say whether it can. */
  private can(nodes: readonly Expression[]): Value {
    try {
      const values = nodes.map((node) => this.evaluate(node));
      const { unknown, opaque: operand, marks } = contentsOf(values);
      if (unknown !== undefined) return mark(unknown, marks);
      const isObject = values.every((value) => unmark(value)[0] instanceof ObjectReference);
      return operand === undefined || isObject ? mark(true, marks) : opaqueResult("can", values);
    } catch (error) {
      if (!(error instanceof EvaluationError) || error instanceof NotComputed) throw error;
      return false;
    }
  }

  private coalesce(nodes: readonly Expression[]): Value {
    let passed: Marks | undefined;
    const seen: Value[] = [];
    for (const [index, node] of nodes.entries()) {
      const value = this.evaluate(node);
      seen.push(value);
      const rest = nodes.slice(index + 1);
      const [plain, own] = unmark(value);
      if (plain instanceof OpaqueValue && plain.options.identity === undefined) {
        return opaqueResult("coalesce", [...seen, ...rest.map((each) => this.evaluate(each))]);
      }
      if (plain !== null && plain !== "") return mark(this.likeAny(value, seen, rest), passed);
      passed = joinMarks(own, passed);
    }
    throw new EvaluationError("coalesce: no argument has a value");
  }

  /** A text among the arguments makes the result one. None is evaluated twice, which would double with each nested call. */
  private likeAny(value: Value, seen: readonly Value[], rest: readonly Expression[]): Value {
    const [plain, marks] = unmark(value);
    if (typeof plain !== "number" && typeof plain !== "boolean") return value;
    const isText =
      seen.some((each) => typeof unmark(each)[0] === "string") ||
      rest.some((node) => typeof this.orUndefined(node) === "string");
    return isText ? mark(toText(plain), marks) : value;
  }

  private binary(operator: string, left: Expression, right: Expression): Value {
    return this.strict(operator, [left, right], ([a = null, b = null]) => binaryOperation(operator, a, b));
  }

  private conditional(condition: Expression, then: Expression, otherwise: Expression): Value {
    const [decided, marks] = unmark(this.evaluate(condition));
    if (decided instanceof Unknown) return mark(decided, marks);
    if (decided instanceof OpaqueValue) {
      const branches = [this.evaluate(then), this.evaluate(otherwise)] as const;
      if (canonical(branches[0]) === canonical(branches[1])) return mark(branches[0], marks);
      return mark(opaqueResult("conditional", [decided, ...branches]), marks);
    }
    const [taken, other] = toBoolean(decided) ? [then, otherwise] : [otherwise, then];
    return mark(this.likeOther(this.evaluate(taken), other), marks);
  }

  /** Both sides of a conditional are of one type, to which the one that is taken is converted. */
  private likeOther(value: Value, node: Expression): Value {
    const [plain, marks] = unmark(value);
    const isOpen = typeof plain === "number" || typeof plain === "boolean" || isTuple(plain);
    return isOpen ? mark(unifiedWith(plain, this.orUndefined(node)), marks) : value;
  }

  private orUndefined(node: Expression): Value | undefined {
    try {
      return unmark(this.evaluate(node))[0];
    } catch (error) {
      if (error instanceof EvaluationError) return undefined;
      throw error;
    }
  }

  private forExpression(node: ForExpression): Value {
    const [collection, marks] = unmark(this.evaluate(node.in));
    if (collection instanceof Unknown) return mark(collection, marks);
    const entries = entriesOf(collection);
    if (entries === undefined) return mark(opaqueResult(`for ${JSON.stringify(node)}`, [collection]), marks);
    const list: Value[] = [];
    const object = new Map<string, Value>();
    let decided: Marks | undefined;
    for (const [key, value] of entries) {
      if (++this.budget.rounds > mostRounds)
        throw new RecreationInputError(`an expression takes over ${mostRounds} rounds`);
      const inner = this.with([[node.valueName, value], ...(node.keyName ? ([[node.keyName, key]] as const) : [])]);
      const condition = node.condition ? inner.evaluate(node.condition) : true;
      decided = joinMarks(unmark(condition)[1], decided);
      const kept = unmarkDeep(condition);
      if (typeof kept === "object" && kept !== null)
        return opaqueResult(`for ${JSON.stringify(node)}`, [collection, kept]);
      if (!toBoolean(kept)) continue;
      const result = inner.evaluate(node.value);
      if (node.key === undefined) list.push(result);
      else {
        const under = inner.key(node.key);
        const before = object.get(under);
        object.set(under, node.group ? [...(Array.isArray(before) ? before : []), result] : result);
      }
    }
    return mark(node.key === undefined ? list : object, joinMarks(marks, decided));
  }
}

function isTuple(value: Value): value is Value[] {
  return Array.isArray(value) && !(value instanceof ListValue) && !(value instanceof SetValue);
}

/** A value converted to the type that it has in common with another one, as far as that shows. */
function unifiedWith(value: Value, other: Value | undefined): Value {
  if (typeof value === "number" || typeof value === "boolean") return typeof other === "string" ? toText(value) : value;
  if (!isTuple(value) || !Array.isArray(other)) return value;
  if (!isTuple(other) || other.length !== value.length) return listOf(value);
  return value.map((item, index) => unifiedWith(item, other[index]));
}

function negated(value: number): number {
  if (value === 0) throw new NotComputed("a zero with a sign");
  return -value;
}

function expanded(value: Value): Value[] {
  const [plain, marks] = unmark(value);
  if (Array.isArray(plain)) return plain.map((item) => mark(item, marks));
  throw new EvaluationError("... needs a list");
}

function applyStructural(name: string, args: Value[], run: (...args: Value[]) => Value): Value {
  let marks: Marks | undefined;
  const plain: Value[] = [];
  for (const arg of args) {
    const [inner, own] = unmark(arg);
    marks = joinMarks(marks, own);
    plain.push(inner);
  }
  const unknown = plain.find((arg) => arg instanceof Unknown);
  if (unknown) return mark(unknown, marks);
  const usable = plain.every((arg) => arg === null || typeof arg !== "object" || Array.isArray(arg) || isMap(arg));
  return usable ? mark(run(...plain), marks) : mark(opaqueResult(name, plain), marks);
}
