/** Where something stands in a text: its line and column, both counted from 1, in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A block of HCL, or the body of a file, with where its parts stand. */
export interface BlockPositions {
  /** Empty for the file. */
  readonly type: string;
  /** Without quotes and escapes. */
  readonly labels: readonly string[];
  /** Where its type stands. */
  readonly start: Position;
  /** Where the name of each attribute stands. */
  readonly attributes: ReadonlyMap<string, Position>;
  readonly blocks: readonly BlockPositions[];
}

interface Block extends BlockPositions {
  readonly labels: string[];
  readonly attributes: Map<string, Position>;
  readonly blocks: Block[];
}

interface Body {
  readonly kind: "body";
  readonly block: Block;
  /** What was read of an item: an attribute if `=` follows, a block if `{` does. */
  item: Block | undefined;
}

interface Heredoc {
  readonly kind: "heredoc";
  readonly marker: string;
  /** Behind an interpolation, what looks like the marker is text. */
  atLineStart: boolean;
}

/** What is open at a place of the text. An interpolation is a bracket; a quote starts behind its mark. */
type Frame =
  | Body
  | { readonly kind: "value" }
  | { readonly kind: "bracket" }
  | { readonly kind: "quote"; readonly start: number }
  | Heredoc;

const name = String.raw`[\p{ID_Start}_][\p{ID_Continue}-]*`;
/** What matters outside of quotes. A comment leaves its line break, which ends an attribute. */
const code = new RegExp(
  String.raw`(?<name>${name})|(?<number>\d[\d.]*(?:[eE][+-]?\d+)?)|<<-?(?<marker>${name})\r?\n|[\n"=()[\]{}]|#[^\n]*|//[^\n]*|/\*[^]*?(?:\*/|$)`,
  "gu",
);
const inQuote = /"|\\[^]|\$\$\{|%%\{|[$%]\{/gu;
const inHeredoc = /\n|\$\$\{|%%\{|[$%]\{/gu;
const escapes = /\\(?:u(?<short>[\da-fA-F]{4})|U(?<long>[\da-fA-F]{8})|(?<one>[nrt"\\]))|(?<sign>[$%])\k<sign>\{/gu;
const controls: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/**
 * Finds every block and every attribute of a text in HCL's native syntax.
 *
 * It takes the text to be valid, and does not tell where it is not: what it finds in such a text means little.
 * A byte order mark has no column. Of attributes with the same name, the first one counts.
 */
export function positionsOf(text: string): BlockPositions {
  return new Scanner(text).scan();
}

/** Where the numbers of a text stand that are no part of a string, from their first character to behind their last one. */
export function numbersIn(text: string): (readonly [start: number, end: number])[] {
  const scanner = new Scanner(text);
  scanner.scan();
  return scanner.numbers;
}

/** Keeps what is open in an array, as a text may nest deeper than calls can. */
class Scanner {
  readonly numbers: (readonly [number, number])[] = [];
  private readonly open: Frame[];
  private readonly lines: LineCounter;
  private readonly file: Block;
  private index: number;

  constructor(private readonly text: string) {
    this.index = text.startsWith("\uFEFF") ? 1 : 0;
    this.lines = new LineCounter(text, this.index);
    this.file = newBlock("", { line: 1, column: 1 });
    this.open = [{ kind: "body", block: this.file, item: undefined }];
  }

  scan(): BlockPositions {
    for (let frame = this.open.at(-1); frame && this.index < this.text.length; frame = this.open.at(-1)) {
      if (frame.kind === "quote") this.readQuote(frame.start);
      else if (frame.kind === "heredoc") this.readHeredoc(frame);
      else this.readCode(frame);
    }
    return this.file;
  }

  /** Goes behind the next match, or to the end. */
  private find(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.index;
    const match = pattern.exec(this.text);
    this.index = match ? pattern.lastIndex : this.text.length;
    return match ?? undefined;
  }

  private readCode(frame: Exclude<Frame, { kind: "quote" | "heredoc" }>): void {
    const match = this.find(code);
    if (!match) return;
    const [found] = match;
    const marker = match.groups?.marker;
    if (match.groups?.number !== undefined) this.numbers.push([match.index, this.index]);
    else if (found === '"') this.open.push({ kind: "quote", start: this.index });
    else if (marker !== undefined) this.open.push({ kind: "heredoc", marker, atLineStart: true });
    else if (frame.kind === "body") this.readItem(frame, found, match);
    else if (found === "{" || found === "[" || found === "(") this.open.push({ kind: "bracket" });
    else if (frame.kind === "value") this.readValue(found, match.index);
    else if (found === "}" || found === "]" || found === ")") this.open.pop();
  }

  private readItem(body: Body, found: string, match: RegExpExecArray): void {
    const { block, item } = body;
    if (match.groups?.name !== undefined) {
      if (item) item.labels.push(found);
      else body.item = newBlock(found, this.lines.at(match.index));
      return;
    }
    if (found === "}") this.open.pop();
    if (found !== "{" && found !== "=") return;
    body.item = undefined;
    if (found === "=") {
      if (item && !block.attributes.has(item.type)) block.attributes.set(item.type, item.start);
      this.open.push({ kind: "value" });
    } else if (item) {
      block.blocks.push(item);
      this.open.push({ kind: "body", block: item, item: undefined });
    }
  }

  private readValue(found: string, start: number): void {
    if (found === "\n") this.open.pop();
    if (found === "}") {
      // Closes a block of one line, which is the business of its body.
      this.open.pop();
      this.index = start;
    }
  }

  private readQuote(start: number): void {
    const found = this.find(inQuote)?.[0];
    if (found === "${" || found === "%{") this.open.push({ kind: "bracket" });
    if (found !== '"') return;
    this.open.pop();
    const outer = this.open.at(-1);
    if (outer?.kind === "body") outer.item?.labels.push(decoded(this.text.slice(start, this.index - 1)));
  }

  private readHeredoc(heredoc: Heredoc): void {
    if (heredoc.atLineStart) {
      const end = this.text.indexOf("\n", this.index);
      if (end >= 0 && this.text.slice(this.index, end).trim() === heredoc.marker) {
        // Its line break is left, as it ends an attribute.
        this.index = end;
        this.open.pop();
        return;
      }
    }
    const found = this.find(inHeredoc)?.[0];
    heredoc.atLineStart = found === "\n";
    if (found === "${" || found === "%{") this.open.push({ kind: "bracket" });
  }
}

/** Tells positions of ascending places, so that each line break is looked for once. */
class LineCounter {
  private line = 1;
  private lineBreak: number;

  constructor(
    private readonly text: string,
    private lineStart: number,
  ) {
    this.lineBreak = text.indexOf("\n");
  }

  at(index: number): Position {
    while (this.lineBreak >= 0 && this.lineBreak < index) {
      this.line += 1;
      this.lineStart = this.lineBreak + 1;
      this.lineBreak = this.text.indexOf("\n", this.lineStart);
    }
    return { line: this.line, column: index - this.lineStart + 1 };
  }
}

function newBlock(type: string, start: Position): Block {
  return { type, labels: [], start, attributes: new Map(), blocks: [] };
}

/** What a quoted label stands for. What is no escape stays as it is. */
function decoded(text: string): string {
  return text.replace(escapes, (found: string, short?: string, long?: string, one?: string, sign?: string) => {
    if (sign !== undefined) return `${sign}{`;
    if (one !== undefined) return controls[one] ?? one;
    const point = Number.parseInt(short ?? long ?? "", 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : found;
  });
}
