/** Thrown inside the expression reader; callers turn it into an opaque expression. */
export class SyntaxNotUnderstood extends Error {}

interface Token {
  readonly type: "name" | "number" | "symbol" | "quote" | "end";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Spaces and comments. */
const spaces = /(?:[ \t\r\n]|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
/** A name; of a function, with the namespaces before it. */
const name = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)*/uy;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const symbol = /\.\.\.|=>|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:=()[\]{}.,]/y;

/** Reads tokens one at a time, because a quoted string holds expressions that hold tokens again. */
export class Lexer {
  private next: Token | undefined;

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
    spaces.lastIndex = this.position;
    spaces.exec(this.text);
    const start = spaces.lastIndex;
    if (start >= this.text.length) return { type: "end", text: "", start, end: start };
    if (this.text[start] === '"') return { type: "quote", text: '"', start, end: start + 1 };
    for (const [type, pattern] of [
      ["name", name],
      ["number", number],
      ["symbol", symbol],
    ] as const) {
      pattern.lastIndex = start;
      const match = pattern.exec(this.text);
      if (match) return { type, text: match[0], start, end: pattern.lastIndex };
    }
    throw new SyntaxNotUnderstood(`unexpected ${this.text[start] ?? "end"} at ${start}`);
  }
}
