import {
  canonical,
  contentsOf,
  entriesOf,
  isMap,
  joinMarks,
  listOf,
  ListValue,
  mark,
  Marked,
  type Marks,
  normalized,
  ObjectReference,
  OpaqueValue,
  RecreationInputError,
  SetValue,
  Unknown,
  unmark,
  unmarkDeep,
  type Value,
} from "../values";
import { attributeOf } from "./attribute";
import { convert } from "./conversion";
import { isNumber, toBoolean, toFraction, toTerraformString, toWhole } from "./convert";
import { EvaluationError, NotComputed } from "./errors";
import { functionNamed } from "./functions";
import { negated, valueOf } from "./number";
import { binaryOperation } from "./operators";
import { type Expression, type ForExpression, nodesOf, referencesOf, rootOf, splatElement } from "./syntax";
import { typeOf, unify } from "./unify";

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

/** Types of which an attribute can be asked, or which do not show. */
const withAttributes = new Set(["any", "map", "object"]);

const mostRounds = 1_000_000;
const longestText = 4_000_000;

/** @throws RecreationInputError for a text that only repeated doubling makes. */
function ofUsableSize(value: Value): Value {
  if (typeof value !== "string" || value.length <= longestText) return value;
  throw new RecreationInputError(`an expression has a value of over ${longestText} characters`);
}

/** What may lack what is asked of it: outputs of another state, what a program answers, entries of a map. */
const fallible = new Set(["data", "each", "local", "module", "var"]);

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
        return this.strict("template", node.parts, (parts) => parts.map(toTerraformString).join(""));
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
          node.operator === "!" ? !toBoolean(value ?? null) : valueOf(negated(toFraction(value ?? null))),
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
    return normalized(toTerraformString(unmarkDeep(this.evaluate(node))));
  }

  private index(of: Value, key: Value): Value {
    const [plainKey, keyMarks] = unmark(key);
    const [plainOf, ofMarks] = unmark(of);
    const marks = joinMarks(keyMarks, ofMarks);
    if (plainKey instanceof Unknown) return mark(plainKey, marks);
    if (typeof plainKey === "object" && plainKey !== null && !isNumber(plainKey))
      return mark(opaqueResult("index", [plainOf, plainKey]), marks);
    if (Array.isArray(plainOf)) {
      if (plainOf instanceof SetValue) throw new EvaluationError("a set has no indices");
      const item = plainOf[toWhole(plainKey)];
      if (item === undefined) throw new EvaluationError("no such index");
      return mark(item, marks);
    }
    return mark(attributeOf(plainOf, toTerraformString(plainKey)), marks);
  }

  private splat(of: Value, each: Expression): Value {
    const [plain, marks] = unmark(of);
    if (plain instanceof Unknown) return of;
    if (plain instanceof OpaqueValue) return mark(opaqueResult(`splat ${JSON.stringify(each)}`, [plain]), marks);
    const items = Array.isArray(plain) ? plain : plain === null ? [] : [plain];
    const isOfOneType = plain instanceof ListValue || plain instanceof SetValue;
    const isWithout = isOfOneType && plain.of !== undefined && !withAttributes.has(plain.of.kind);
    if (isWithout && each.kind === "attribute") throw new EvaluationError("elements without attributes");
    const values = items.map((item) => this.with([[splatElement, item]]).evaluate(each));
    const ofElements = plain instanceof ListValue && each.kind === "name" ? plain.of : undefined;
    return mark(plain instanceof ListValue ? listOf(values, ofElements) : values, marks);
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
    for (const [index, node] of nodes.entries()) {
      try {
        const value = this.evaluate(node);
        return this.mayFail(node, value) ? this.eitherOf(value, nodes.slice(index + 1)) : value;
      } catch (error) {
        if (!(error instanceof EvaluationError) || error instanceof NotComputed) throw error;
      }
    }
    throw new EvaluationError("try: no argument has a value");
  }

  /** Whether Terraform may find no value where this library has one that nobody knows. An argument of a resource always has one. */
  private mayFail(node: Expression, value: Value): boolean {
    if (hasUnknownCall(node)) return true;
    if (contentsOf(value).opaque === undefined) return false;
    const isReference = node.kind === "attribute" || node.kind === "index" || node.kind === "name";
    return !isReference || fallible.has(rootOf(node));
  }

  /** What `try` takes if its first argument has no value is part of what it may be. */
  private eitherOf(value: Value, rest: readonly Expression[]): Value {
    if (rest.length === 0) return value;
    const others = rest.map((node) => this.orUndefined(node) ?? new OpaqueValue(JSON.stringify(node)));
    return opaqueResult("try", [value, ...others]);
  }

  /** Of what is unknown or opaque, only Terraform can say whether it can. */
  private can(nodes: readonly Expression[]): Value {
    try {
      const values = nodes.map((node) => this.evaluate(node));
      const { unknown, opaque: operand, marks } = contentsOf(values);
      if (unknown !== undefined) return mark(unknown, marks);
      if (nodes.some(hasUnknownCall))
        return opaqueResult("can", [...values, ...nodes.map((node) => new OpaqueValue(JSON.stringify(node)))]);
      const isObject = values.every((value) => unmark(value)[0] instanceof ObjectReference);
      return operand === undefined || isObject ? mark(true, marks) : opaqueResult("can", values);
    } catch (error) {
      if (!(error instanceof EvaluationError) || error instanceof NotComputed) throw error;
      return false;
    }
  }

  /** The first that is neither null nor empty, of the type that all have in common. */
  private coalesce(nodes: readonly Expression[]): Value {
    const values = nodes.map((node) => this.evaluate(node));
    const isTyped = !nodes.some(
      (node, index) => hasUnknownCall(node) || isNullOfHiddenType(node, values[index] ?? null),
    );
    const type = unify(values.map(typeOf));
    let passed: Marks | undefined;
    for (const value of values) {
      const [plain, own] = unmark(value);
      if (plain instanceof OpaqueValue && plain.options.identity === undefined) return opaqueResult("coalesce", values);
      if (!isTyped && plain !== null && typeof plain !== "string") return opaqueResult("coalesce", values);
      if (plain !== null && plain !== "") return mark(convert(value, type), passed);
      passed = joinMarks(own, passed);
    }
    throw new EvaluationError("coalesce: no argument has a value");
  }

  private binary(operator: string, left: Expression, right: Expression): Value {
    const isWritten = left.kind === "literal" || right.kind === "literal";
    const run = (): Value =>
      this.strict(operator, [left, right], ([a = null, b = null]) => binaryOperation(operator, a, b, isWritten));
    return operator === "&&" || operator === "||" ? eitherWay(run) : run();
  }

  private conditional(condition: Expression, then: Expression, otherwise: Expression): Value {
    const [decided, marks] = unmark(this.evaluate(condition));
    if (decided instanceof Unknown) return mark(decided, marks);
    if (decided instanceof OpaqueValue) {
      const branches = this.branches(then, otherwise);
      if (canonical(branches[0]) === canonical(branches[1])) return mark(branches[0], marks);
      return mark(opaqueResult("conditional", [decided, ...branches]), marks);
    }
    const [taken, other] = toBoolean(decided) ? [then, otherwise] : [otherwise, then];
    return mark(this.likeOther(this.evaluate(taken), other), marks);
  }

  /** Both sides of a conditional that may take either. One that has no value may be the one that is not taken. */
  private branches(then: Expression, otherwise: Expression): readonly [Value, Value] {
    const [first, second] = [this.valueOrError(then), this.valueOrError(otherwise)];
    if (first instanceof EvaluationError && second instanceof EvaluationError) throw first;
    if (first instanceof EvaluationError || second instanceof EvaluationError)
      throw new NotComputed("a side of a conditional has no value");
    return [first, second];
  }

  /** Both sides of a conditional are of one type, to which the one that is taken is converted. */
  private likeOther(value: Value, node: Expression): Value {
    const [plain] = unmark(value);
    if (plain !== null && typeof plain === "object" && !Array.isArray(plain) && !isMap(plain) && !isNumber(plain))
      return value;
    // A text stays one beside whatever may stand beside it.
    if (typeof plain !== "string" && hasUnknownCall(node))
      throw new NotComputed("the type of a result that is not computed");
    const other = this.orUndefined(node);
    return other === undefined || plain === null || other === null
      ? value
      : convert(value, unify([typeOf(value), typeOf(other)]));
  }

  private orUndefined(node: Expression): Value | undefined {
    const found = this.valueOrError(node);
    return found instanceof EvaluationError ? undefined : unmark(found)[0];
  }

  private valueOrError(node: Expression): Value | EvaluationError {
    try {
      return this.evaluate(node);
    } catch (error) {
      if (error instanceof EvaluationError && !(error instanceof NotComputed)) return error;
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

/** Functions that are not in the table, as they evaluate their arguments themselves. */
const special = new Set(["can", "coalesce", "nonsensitive", "sensitive", "try"]);

/** Whether an expression calls a function of which this library cannot tell whether it fails. */
function hasUnknownCall(expression: Expression): boolean {
  for (const node of nodesOf(expression))
    if (node.kind === "call" && !special.has(node.name) && functionNamed(node.name) === undefined) return true;
  return false;
}

/** A null out of a collection or a function has a type, which counts where types are unified. */
function isNullOfHiddenType(node: Expression, value: Value): boolean {
  return unmark(value)[0] === null && (node.kind === "call" || node.kind === "index");
}

/** An operand that cannot have a value is an error to Terraform, and none to OpenTofu where the other one decides. */
function eitherWay(run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof EvaluationError) throw new NotComputed(error.message);
    throw error;
  }
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
  const usable = plain.every(
    (arg) => arg === null || typeof arg !== "object" || Array.isArray(arg) || isMap(arg) || isNumber(arg),
  );
  return usable ? mark(run(...plain), marks) : mark(opaqueResult(name, plain), marks);
}
