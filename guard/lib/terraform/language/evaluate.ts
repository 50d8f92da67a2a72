import type { FileTree } from "../../files";
import { RecreationInputError } from "../errors";
import {
  contentsOf,
  entriesOf,
  joinMarks,
  listOf,
  ListValue,
  mark,
  Marked,
  type Marks,
  normalized,
  OpaqueValue,
  SetValue,
  Unknown,
  unmark,
  unmarkDeep,
  type Value,
} from "../values";
import { can, coalesce, tryEach } from "./attempts";
import { attributeOf } from "./attribute";
import { applyStructural, checkSplat, eitherWay, expanded, ofMark } from "./calls";
import { conditional } from "./conditional";
import { isNumber, toBoolean, toFraction, toList, toTerraformString, toWhole } from "./convert";
import { EvaluationError, NotComputed } from "./errors";
import type { Evaluator } from "./evaluator";
import { functionNamed, plainName } from "./functions";
import { fromFiles, identityOf, isFileFunction, readsFiles, textOf, unlessUnreadable } from "./functions/files";
import { negated, valueOf } from "./number";
import { opaqueResult } from "./opaque";
import { binaryOperation } from "./operators";
import { rendered } from "./rendering";
import type { Scope } from "./scope";
import { type Expression, type ForExpression, nodesOf, referencesOf, splatElement } from "./syntax";

/** Evaluates an expression; what cannot be evaluated becomes an opaque value that depends on everything it refers to. */
export function evaluate(expression: Expression, scope: Scope): Value {
  if (expression.kind === "literal") return expression.value;
  const evaluator = new ScopedEvaluator(scope, new Map());
  try {
    return evaluator.evaluate(expression);
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return evaluator.opaque(`expression ${JSON.stringify(expression)}`, [], expression);
  }
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

class ScopedEvaluator implements Evaluator {
  constructor(
    public readonly scope: Scope,
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
        return conditional(this, node);
      case "list":
        return node.items.map((item) => this.evaluate(item));
      case "object":
        return this.object(node.items);
      case "for":
        return this.forExpression(node);
      case "join":
        return this.strict("join", [node.of], ([list = null]) => toList(list).map(toTerraformString).join(""));
      case "opaque":
        return this.opaque(`expression ${node.text}`, [], node);
    }
  }

  /** What is not evaluated here, as a value that depends on operands, on all that an expression refers to, and on files. */
  opaque(operation: string, operands: readonly Value[], node: Expression): Value {
    const values = referencesOf(node).map(
      (reference) => this.unlessFailing(reference) ?? new OpaqueValue(JSON.stringify(reference)),
    );
    return opaqueResult(operation, [...operands, ...values, ...this.filesReadBy(node)]);
  }

  private unlessFailing(node: Expression): Value | undefined {
    try {
      return this.evaluate(node);
    } catch (error) {
      if (error instanceof EvaluationError) return undefined;
      throw error;
    }
  }

  /** What is read from files; where that does not show, a value that stands for all of them. */
  private filesReadBy(expression: Expression): Value[] {
    const { files } = this.scope;
    if (files === undefined) return [];
    return [...nodesOf(expression)].flatMap((node) => {
      const isCall = node.kind === "call" && readsFiles(plainName(node.name));
      if (isCall) return [this.unlessFailing(node) ?? identityOf(files)];
      return node.kind === "opaque" && readsFiles(node.text) ? [identityOf(files)] : [];
    });
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

  private object(items: readonly (readonly [Expression, Expression])[]): Value {
    let marks: Marks | undefined;
    const object = new Map<string, Value>();
    for (const [node, value] of items) {
      const [key, own] = this.key(node);
      marks = joinMarks(marks, own);
      object.set(key, this.evaluate(value));
    }
    return mark(object, marks);
  }

  private key(node: Expression): readonly [string, Marks | undefined] {
    const [key, marks] = unmark(this.evaluate(node));
    if (key instanceof Unknown || key instanceof OpaqueValue) throw new NotComputed("a key that is not known");
    return [normalized(toTerraformString(key)), marks];
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
    if (plain instanceof OpaqueValue) return mark(this.opaque(`splat ${JSON.stringify(each)}`, [plain], each), marks);
    const items = Array.isArray(plain) ? plain : plain === null ? [] : [plain];
    if (plain instanceof ListValue || plain instanceof SetValue) checkSplat(plain.of, each);
    const values = items.map((item) => this.with([[splatElement, item]]).evaluate(each));
    const ofElements = plain instanceof ListValue && each.kind === "name" ? plain.of : undefined;
    return mark(plain instanceof ListValue ? listOf(values, ofElements) : values, marks);
  }

  private with(names: readonly (readonly [string, Value])[]): ScopedEvaluator {
    return new ScopedEvaluator(this.scope, new Map([...this.locals, ...names]), this.budget);
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

  private call(called: string, nodes: readonly Expression[], expand: boolean): Value {
    const name = plainName(called);
    if (name === "try") return tryEach(this, nodes);
    if (name === "can") return can(this, nodes);
    if (name === "coalesce") return coalesce(this, nodes);
    const args = nodes.map((node) => this.evaluate(node));
    if (expand) args.push(...expanded(args.pop() ?? null));
    const [first] = args;
    if (name === "sensitive") return mark(first ?? null, { sensitive: true });
    if (name === "nonsensitive")
      return first instanceof Marked ? mark(first.value, { ...first.marks, sensitive: false }) : (first ?? null);
    const found = functionNamed(name);
    if (found === "volatile") return new Unknown();
    const { files } = this.scope;
    if (files !== undefined && isFileFunction(name)) {
      // A path that is not known may lead to any file of the tree.
      const read = contentsOf(args).opaque === undefined ? args : [...args, identityOf(files)];
      return this.applyStrict(name, read, (values) => fromFiles(name, files, values));
    }
    if (files !== undefined && name === "templatefile") return this.templateFile(files, args);
    // The same key in every lock, and yet never taken for the same.
    if (name === "plantimestamp")
      return mark(new OpaqueValue("plantimestamp", { origin: "machine-value" }), { mayBecomeUnknown: "unknown cause" });
    if (name === "templatestring") return this.templateString(nodes[0], args);
    if (name === "issensitive" || name === "ephemeralasnull") return ofMark(name, args, nodes);
    if (found === undefined) return opaqueResult(name, args);
    if (found.strict) return this.applyStrict(name, args, (values) => found.run(...values));
    return applyStructural(name, args, found.run);
  }

  private templateFile(files: FileTree, args: readonly Value[]): Value {
    const [path = null, vars = null] = args;
    if (args.length !== 2) throw new EvaluationError("templatefile takes a path and variables");
    const read = contentsOf(path).opaque === undefined ? [path] : [path, identityOf(files)];
    return this.applyStrict("templatefile", read, ([plain = null]) =>
      unlessUnreadable("templatefile", args, () => this.template(textOf(files, toTerraformString(plain)), vars)),
    );
  }

  /** Some versions render what stands in the expression, and others only what it refers to. */
  private templateString(node: Expression | undefined, args: readonly Value[]): Value {
    const [text = null, vars = null] = args;
    if (node === undefined || args.length !== 2)
      throw new EvaluationError("templatestring takes a template and variables");
    if (node.kind !== "name" && node.kind !== "attribute" && node.kind !== "index")
      throw new NotComputed("a template that is not referred to");
    return this.applyStrict("templatestring", [text], ([plain = null]) =>
      this.template(toTerraformString(plain), vars),
    );
  }

  private template(text: string, vars: Value): Value {
    return rendered({
      text,
      vars,
      files: this.scope.files,
      evaluate: (expression, scope) => new ScopedEvaluator(scope, new Map(), this.budget).evaluate(expression),
    });
  }

  private binary(operator: string, left: Expression, right: Expression): Value {
    const isWritten = left.kind === "literal" || right.kind === "literal";
    const run = (): Value =>
      this.strict(operator, [left, right], ([a = null, b = null]) => binaryOperation(operator, a, b, isWritten));
    return operator === "&&" || operator === "||" ? eitherWay(run) : run();
  }

  private forExpression(node: ForExpression): Value {
    const [collection, marks] = unmark(this.evaluate(node.in));
    if (collection instanceof Unknown) return mark(collection, marks);
    const entries = entriesOf(collection);
    if (entries === undefined) {
      if (collection === null || typeof collection !== "object" || isNumber(collection))
        throw new EvaluationError("a collection is required");
      return mark(this.opaque(`for ${JSON.stringify(node)}`, [collection], node), marks);
    }
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
        return this.opaque(`for ${JSON.stringify(node)}`, [collection, kept], node);
      if (!toBoolean(kept)) continue;
      const result = inner.evaluate(node.value);
      if (node.key === undefined) list.push(result);
      else {
        const [under, keyMarks] = inner.key(node.key);
        decided = joinMarks(keyMarks, decided);
        const before = object.get(under);
        if (before !== undefined && !node.group) throw new EvaluationError("two elements with one key");
        object.set(under, node.group ? [...(Array.isArray(before) ? before : []), result] : result);
      }
    }
    return mark(node.key === undefined ? list : object, joinMarks(marks, decided));
  }
}
