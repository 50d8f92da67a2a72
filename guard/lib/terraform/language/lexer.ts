/** Thrown inside the expression reader; callers turn it into an opaque expression. */
export class SyntaxNotUnderstood extends Error {}

interface Token {
  readonly type: "name" | "number" | "symbol" | "quote" | "heredoc" | "newline" | "end";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Spaces and comments. */
const spaces = /(?:[ \t\r\n]|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
/** The same up to the end of a line. */
const spacesInLine = /(?:[ \t\r]|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
/** A name; of a function, with the namespaces before it. */
const name = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)*/uy;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const heredoc = /<<-?[\p{ID_Start}_][\p{ID_Continue}-]*\r?\n/uy;
const symbol = /\.\.\.|~\}|=>|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:=()[\]{}.,]/y;

/** Reads tokens one at a time, because a quoted string holds expressions that hold tokens again. */
export class Lexer {
  private next: Token | undefined;
  private endsAtNewline = false;

  constructor(
    readonly text: string,
    private position: number,
  ) {}

  peek(): Token {
    return (this.next ??= this.read());
  }

  take(): Token {
    const token = this.peek();
    this.next = undefined;
    this.position = token.end;
    return token;
  }

  /** Reads on with newlines as tokens, as between the entries of an object, or as spaces. @returns What it was before */
  setNewlines(areTokens: boolean): boolean {
    const before = this.endsAtNewline;
    if (before !== areTokens) this.next = undefined;
    this.endsAtNewline = areTokens;
    return before;
  }

  /** Continues at a position found by reading the text directly. */
  jump(position: number): void {
    this.next = undefined;
    this.position = position;
  }

  is(text: string): boolean {
    const token = this.peek();
    return (token.type === "symbol" || token.type === "name") && token.text === text;
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.take();
    return true;
  }

  expect(text: string): Token {
    if (!this.is(text)) throw new SyntaxNotUnderstood(`expected ${text} at ${this.peek().start}`);
    return this.take();
  }

  name(): string {
    const token = this.take();
    if (token.type !== "name") throw new SyntaxNotUnderstood(`expected a name at ${token.start}`);
    return token.text;
  }

  private read(): Token {
    const skipped = this.endsAtNewline ? spacesInLine : spaces;
    skipped.lastIndex = this.position;
    skipped.exec(this.text);
    const start = skipped.lastIndex;
    if (this.text[start] === "\n") return { type: "newline", text: "\n", start, end: start + 1 };
    if (start >= this.text.length) return { type: "end", text: "", start, end: start };
    if (this.text[start] === '"') return { type: "quote", text: '"', start, end: start + 1 };
    for (const [type, pattern] of [
      ["name", name],
      ["number", number],
      ["heredoc", heredoc],
      ["symbol", symbol],
    ] as const) {
      pattern.lastIndex = start;
      const match = pattern.exec(this.text);
      if (match) return { type, text: match[0], start, end: pattern.lastIndex };
    }
    throw new SyntaxNotUnderstood(`unexpected ${this.text[start] ?? "end"} at ${start}`);
  }
}
