import type { FileTree } from "../../files";
import { contentsOf, isMap, mark, sha256, Unknown, unmark, type Value } from "../values";
import { isNumber } from "./convert";
import { EvaluationError, NotComputed } from "./errors";
import { identityOf, readsFiles } from "./functions/files";
import { opaqueResult } from "./opaque";
import type { Scope } from "./scope";
import { type Expression, nodesOf, referencesOf, rootOf } from "./syntax";
import { parseTemplate } from "./template";

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;

/** Functions that a template may not call in every version. */
const ofTemplates = new Set(["templatefile", "templatestring", "core::templatefile", "core::templatestring"]);

/** A template with the variables that it is given, and no other names. */
export interface Rendering {
  readonly text: string;
  readonly vars: Value;
  readonly files: FileTree | undefined;
  readonly evaluate: (expression: Expression, scope: Scope) => Value;
}

/**
 * What a template renders to.
 *
 * @throws EvaluationError for a variable that it is not given, and for what cannot be rendered
 */
export function rendered({ text, vars, files, evaluate }: Rendering): Value {
  const [given] = unmark(vars);
  const { marks } = contentsOf(vars);
  if (given instanceof Unknown) return mark(given, marks);
  // What the result depends on is the whole text, of which nothing is known then.
  const read = files !== undefined && readsFiles(text) ? [identityOf(files)] : [];
  const opaque = (): Value => opaqueResult(`template ${sha256(text)}`, [vars, ...read]);
  if (!isMap(given)) {
    if (given === null || typeof given !== "object" || Array.isArray(given) || isNumber(given))
      throw new EvaluationError("a map of variables is required");
    return opaque();
  }
  const expression = parseTemplate(text);
  if (expression.kind === "opaque") return opaque();
  checkNames(expression, given);
  if (callsTemplate(expression)) return opaque();
  try {
    const value = evaluate(expression, {
      ...(files === undefined ? {} : { files }),
      reference: (root) => [given.get(root) ?? null, 0],
    });
    // Some versions refuse a template that renders to null.
    return contentsOf(value).opaque === undefined && value !== null ? mark(value, marks) : opaque();
  } catch (error) {
    if (error instanceof NotComputed) return opaque();
    throw error;
  }
}

function checkNames(expression: Expression, given: ReadonlyMap<string, Value>): void {
  for (const name of given.keys())
    if (!identifier.test(name)) throw new EvaluationError("a variable whose name is no identifier");
  for (const reference of referencesOf(expression))
    if (!given.has(rootOf(reference))) throw new EvaluationError("a variable that the template is not given");
}

function callsTemplate(expression: Expression): boolean {
  for (const node of nodesOf(expression)) if (node.kind === "call" && ofTemplates.has(node.name)) return true;
  return false;
}
