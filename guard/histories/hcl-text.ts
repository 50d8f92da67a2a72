/** A statement of HCL: a block, or an argument, which has no labels and no body. Places are offsets in the text. */
export interface Statement {
  readonly name: string;
  readonly labels: readonly string[];
  /** Where the statement begins, and where the text goes on after it. */
  readonly start: number;
  readonly end: number;
  /** What is in the braces of a block; undefined for an argument. */
  readonly body?: string;
  /** What an argument is given, as it is written. */
  readonly value?: string;
}

/**
 * The statements of a file or of a body, without what is in them.
 *
 * It is no parser of its own: what is judged goes to the engine as it is written, and only whole blocks are cut out of it.
 */
export function statementsOf(text: string): Statement[] {
  const found: Statement[] = [];
  for (let at = skipBlank(text, 0); at < text.length; at = skipBlank(text, at)) {
    const statement = statementAt(text, at);
    if (statement === undefined) at += 1;
    else {
      found.push(statement);
      at = statement.end;
    }
  }
  return found;
}

function statementAt(text: string, start: number): Statement | undefined {
  const [, name] = matchAt(/([\p{L}_][\p{L}\p{N}_-]*)/uy, text, start) ?? [];
  if (name === undefined) return undefined;
  const labels: string[] = [];
  let at = start + name.length;
  for (;;) {
    const [space = ""] = matchAt(/[ \t]*/y, text, at) ?? [];
    at += space.length;
    const label = matchAt(/"([^"\\]*)"|([\p{L}_][\p{L}\p{N}_-]*)/uy, text, at);
    if (label === undefined) break;
    labels.push(label[1] ?? label[2] ?? "");
    at += label[0].length;
  }
  if (text[at] === "{") {
    const end = closing(text, at);
    return { name, labels, start, end, body: text.slice(at + 1, end - 1) };
  }
  if (!/[=:]/.test(text[at] ?? "") || labels.length > 0) return undefined;
  const end = endOfExpression(text, at + 1);
  return { name, labels, start, end, value: text.slice(at + 1, end).trim() };
}

/** The text without some of its statements. */
export function withoutStatements(text: string, statements: readonly Statement[]): string {
  return [...statements]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/** An expression ends with its line, or with the comma behind it, outside of brackets. */
function endOfExpression(text: string, start: number): number {
  let at = start;
  while (at < text.length && !/[\n,)\]}]/.test(text[at] ?? "")) at = skipToken(text, at);
  return at;
}

/** Behind the bracket that closes the one at a place. */
function closing(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && !/[)\]}]/.test(text[at] ?? "")) at = skipToken(text, at);
  return Math.min(at + 1, text.length);
}

function skipToken(text: string, at: number): number {
  const comment = skipComment(text, at);
  if (comment > at) return comment;
  if (text[at] === '"') return skipString(text, at);
  if (/[([{]/.test(text[at] ?? "")) return closing(text, at);
  return skipHeredoc(text, at) ?? at + 1;
}

function skipBlank(text: string, start: number): number {
  for (let at = start; ;) {
    const [space = ""] = matchAt(/[\s,;]*/y, text, at) ?? [];
    const next = skipComment(text, at + space.length);
    if (next === at) return at;
    at = next;
  }
}

/** A comment to the end of a line leaves the line's end. */
function skipComment(text: string, at: number): number {
  const [comment = ""] = matchAt(/#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\//y, text, at) ?? [];
  return at + comment.length;
}

function skipString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === "\\") at += 2;
    else if (matchAt(/\$\$\{|%%\{/y, text, at) !== undefined) at += 3;
    else if (matchAt(/[$%]\{/y, text, at) !== undefined) at = closing(text, at + 1);
    else at += 1;
  }
  return at + 1;
}

/** Behind a heredoc that begins here; its last line ends the expression that it is. */
function skipHeredoc(text: string, at: number): number | undefined {
  const [start, marker] = matchAt(/<<-?([\p{L}_][\p{L}\p{N}_-]*)\r?\n/uy, text, at) ?? [];
  if (start === undefined || marker === undefined) return undefined;
  const end = matchAt(new RegExp(`[^]*?^[ \\t]*${marker}(?=\\s*$)`, "my"), text, at + start.length);
  return end === undefined ? undefined : at + start.length + end[0].length;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
