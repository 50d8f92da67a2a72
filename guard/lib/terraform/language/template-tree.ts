import { normalized } from "../values";
import { charactersOf, withoutLeadingSpace } from "./functions/characters";
import { SyntaxNotUnderstood } from "./lexer";
import type { Expression } from "./syntax";
import type { TemplatePart } from "./template-parts";

const deepestDirective = 60;

/** The expression of a template; a single interpolation keeps the type of its value. */
export function expressionOf(parts: readonly TemplatePart[]): Expression {
  const [only] = parts;
  if (parts.length === 1 && only?.kind === "interpolation") return only.expression;
  const reader = new DirectiveReader(melded(parts));
  const found = reader.upTo([]);
  if (!reader.isOver) throw new SyntaxNotUnderstood("a directive that opens nothing");
  return templateOf(found);
}

/** The lines of a heredoc `<<-` without the white space that all of them begin with. */
export function withoutIndentation(parts: readonly TemplatePart[]): TemplatePart[] {
  let least = Infinity;
  let isLineStart = true;
  const indented = new Set<TemplatePart>();
  for (const part of parts) {
    if (isLineStart) {
      const spaces = part.kind === "literal" ? indentationOf(part.text) : 0;
      // An empty line has no indentation of its own.
      if (spaces !== undefined) {
        if (part.kind === "literal") indented.add(part);
        least = Math.min(least, spaces);
      }
    }
    isLineStart = part.kind === "literal" && part.text.endsWith("\n");
  }
  return parts.map((part) =>
    part.kind === "literal" && indented.has(part) ? { ...part, text: part.text.slice(least) } : part,
  );
}

function indentationOf(text: string): number | undefined {
  const trimmed = withoutLeadingSpace(text);
  if (trimmed === "" && text.endsWith("\n")) return undefined;
  const spaces = text.slice(0, text.length - trimmed.length);
  if (charactersOf(spaces).length !== spaces.length || /^\p{M}/u.test(trimmed))
    throw new SyntaxNotUnderstood("spaces that are no characters of their own");
  return spaces.length;
}

function melded(parts: readonly TemplatePart[]): TemplatePart[] {
  const found: TemplatePart[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (part.kind === "literal" && last?.kind === "literal")
      found[found.length - 1] = { kind: "literal", text: last.text + part.text };
    else found.push(part);
  }
  return found;
}

function templateOf(parts: readonly Expression[]): Expression {
  const [only] = parts;
  if (only === undefined) return { kind: "literal", value: "" };
  return parts.length === 1 && only.kind === "literal" && typeof only.value === "string"
    ? only
    : { kind: "template", parts };
}

/** Reads directives and what is between them. */
class DirectiveReader {
  private position = 0;
  private depth = 0;

  constructor(private readonly parts: readonly TemplatePart[]) {}

  get isOver(): boolean {
    return this.position >= this.parts.length;
  }

  /** What there is before one of the directives that close. */
  upTo(closing: readonly TemplatePart["kind"][]): Expression[] {
    const found: Expression[] = [];
    for (let part = this.parts[this.position]; part !== undefined; part = this.parts[this.position]) {
      if (closing.includes(part.kind)) return found;
      this.position += 1;
      found.push(this.expression(part));
    }
    if (closing.length > 0) throw new SyntaxNotUnderstood("a directive that is not closed");
    return found;
  }

  private expression(part: TemplatePart): Expression {
    switch (part.kind) {
      case "literal":
        return { kind: "literal", value: normalized(part.text) };
      case "interpolation":
        return part.expression;
      case "if":
        return this.nested(() => this.conditional(part.condition));
      case "for":
        return this.nested(() => {
          const value = templateOf(this.upTo(["endfor"]));
          this.position += 1;
          return { kind: "join", of: { ...part, value, group: false } };
        });
      default:
        throw new SyntaxNotUnderstood(`unexpected ${part.kind}`);
    }
  }

  private conditional(condition: Expression): Expression {
    const then = templateOf(this.upTo(["else", "endif"]));
    const hasElse = this.parts[this.position]?.kind === "else";
    this.position += 1;
    const otherwise = hasElse ? templateOf(this.upTo(["endif"])) : templateOf([]);
    if (hasElse) this.position += 1;
    return { kind: "conditional", if: condition, then, else: otherwise };
  }

  private nested(read: () => Expression): Expression {
    if (++this.depth > deepestDirective) throw new SyntaxNotUnderstood("nested too deep");
    const found = read();
    this.depth -= 1;
    return found;
  }
}
