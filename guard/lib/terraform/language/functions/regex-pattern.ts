import { EvaluationError, NotComputed } from "../errors";
import { classAt, classItemAt, literalSource } from "./regex-classes";

/** A pattern of Go as one of JavaScript. */
export interface Pattern {
  readonly source: string;
  readonly ignoresCase: boolean;
  /** The name of each group; undefined for one without. */
  readonly groups: readonly (string | undefined)[];
  /** Whether a part of it hangs on the version of Unicode, or on how case is ignored. */
  readonly isDelicate: boolean;
  /** How many of its repetitions have no end, and whether one of them is in another. */
  readonly repetitions: number;
  readonly isNested: boolean;
}

/** A part of a pattern that stands between others. */
interface Part {
  readonly source: string;
  readonly canBeEmpty: boolean;
  readonly repetitions: number;
  /** Whether it is a group that captures, and how many others are in it. */
  readonly isGroup: boolean;
  readonly groupsInside: number;
  readonly isAssertion: boolean;
}

const flagsAtStart = /^\(\?([ims]+)\)/;
const groupStart = /\((?:\?(?:(:)|P?<(\w+)>))?/y;
const repeat = /(?:([*+?])|\{(\d+)(,(\d*))?\})(\??)/y;
const MOST_REPEATED = 1000;
const DEEPEST = 50;

/**
 * Reads a pattern of Go's `regexp`, which is RE2's syntax.
 *
 * @throws EvaluationError for what Go refuses
 * @throws NotComputed for what JavaScript may match in another way
 */
export function patternOf(text: string): Pattern {
  const flags = flagsAtStart.exec(text)?.[1] ?? "";
  const reader = new PatternReader(text, flags, flags === "" ? 0 : flags.length + 3);
  return { ...reader.read(), ignoresCase: flags.includes("i") };
}

class PatternReader {
  private readonly groups: (string | undefined)[] = [];
  private isDelicate = false;
  private isNested = false;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly flags: string,
    private position: number,
  ) {}

  read(): Omit<Pattern, "ignoresCase"> {
    const { source, repetitions } = this.alternatives();
    if (this.position < this.text.length) throw new EvaluationError("a parenthesis that closes nothing");
    const names = this.groups.filter((name) => name !== undefined);
    if (new Set(names).size !== names.length) throw new NotComputed("two groups of one name");
    const { groups, isDelicate, isNested } = this;
    return { source, repetitions, groups, isDelicate, isNested };
  }

  private alternatives(): Part {
    const found = [this.sequence()];
    while (this.text[this.position] === "|") {
      this.position += 1;
      found.push(this.sequence());
    }
    return {
      ...partOf(found.map(({ source }) => source).join("|")),
      canBeEmpty: found.some(({ canBeEmpty }) => canBeEmpty),
      ...totals(found),
    };
  }

  private sequence(): Part {
    const found: Part[] = [];
    while (this.position < this.text.length && !"|)".includes(this.text[this.position] ?? ""))
      found.push(this.repeated(this.atom()));
    return {
      ...partOf(found.map(({ source }) => source).join("")),
      canBeEmpty: found.every(({ canBeEmpty }) => canBeEmpty),
      ...totals(found),
    };
  }

  private atom(): Part {
    const character = this.text[this.position] ?? "";
    switch (character) {
      case "(":
        return this.group();
      case "[": {
        const { source, end, isDelicate } = classAt(this.text, this.position);
        this.position = end;
        this.isDelicate ||= isDelicate;
        return partOf(source);
      }
      case ".":
        this.position += 1;
        return partOf(this.flags.includes("s") ? "[\\s\\S]" : "[^\\n]");
      case "^":
        this.position += 1;
        return assertion(this.flags.includes("m") ? "(?<![^\\n])" : "(?<![\\s\\S])");
      case "$":
        this.position += 1;
        return assertion(this.flags.includes("m") ? "(?![^\\n])" : "(?![\\s\\S])");
      case "\\":
        return this.escape();
      case "*":
      case "+":
      case "?":
        throw new EvaluationError("a repetition of nothing");
      default: {
        const [letter = ""] = this.text.slice(this.position);
        const whole = String.fromCodePoint(this.text.codePointAt(this.position) ?? letter.charCodeAt(0));
        this.position += whole.length;
        return partOf(literalSource(whole));
      }
    }
  }

  private escape(): Part {
    const letter = this.text[this.position + 1] ?? "";
    const assertions: Readonly<Record<string, string>> = { A: "(?<![\\s\\S])", z: "(?![\\s\\S])", b: "\\b" };
    const found = Object.hasOwn(assertions, letter) ? assertions[letter] : undefined;
    if (found !== undefined) {
      this.position += 2;
      return assertion(found);
    }
    const { source, end, isDelicate, character } = classItemAt(this.text, this.position);
    this.position = end;
    this.isDelicate ||= isDelicate;
    return partOf(character === undefined ? `[${source}]` : source);
  }

  private group(): Part {
    if (++this.depth > DEEPEST) throw new NotComputed("a pattern that is nested too deep");
    groupStart.lastIndex = this.position;
    const [whole = "", isPlain, name] = groupStart.exec(this.text) ?? [];
    if (whole === "(" && this.text[this.position + 1] === "?") {
      if (/^\(\?<?[=!]/.test(this.text.slice(this.position))) throw new EvaluationError("RE2 looks at nothing around");
      throw new NotComputed("a group of another kind");
    }
    this.position += whole.length;
    const captures = isPlain === undefined;
    if (captures) this.groups.push(name);
    const inside = this.alternatives();
    if (this.text[this.position] !== ")") throw new EvaluationError("a group that is not closed");
    this.position += 1;
    this.depth -= 1;
    return { ...inside, source: `${captures ? "(" : "(?:"}${inside.source})`, isGroup: captures, isAssertion: false };
  }

  private repeated(part: Part): Part {
    repeat.lastIndex = this.position;
    const match = repeat.exec(this.text);
    if (match === null) return part;
    const [whole, sign, least, more, most] = match;
    this.position = repeat.lastIndex;
    repeat.lastIndex = this.position;
    // Go refuses some, and reads braces after a repetition in ways of its own.
    if (repeat.test(this.text)) throw new NotComputed("a repetition of a repetition");
    if (part.isAssertion) throw new NotComputed("a repetition of a place");
    if (Number(least ?? 0) > MOST_REPEATED || Number(most ?? 0) > MOST_REPEATED)
      throw new EvaluationError("too many repetitions");
    if (most !== undefined && most !== "" && Number(most) < Number(least))
      throw new EvaluationError("repetitions that end before they begin");
    const isOnce = sign === "?" || whole.startsWith("{1}");
    const hasNoEnd = sign === "*" || sign === "+" || more === ",";
    this.checkRepeated(part, isOnce);
    // Alternatives may match the same, so that each repetition doubles the ways to try.
    if (hasNoEnd && (part.repetitions > 0 || part.source.includes("|"))) this.isNested = true;
    return {
      ...part,
      source: `${part.source}${whole}`,
      canBeEmpty: part.canBeEmpty || sign === "*" || sign === "?" || Number(least ?? 1) === 0,
      repetitions: part.repetitions + (hasNoEnd ? 1 : 0),
      groupsInside: part.groupsInside + (part.isGroup ? 1 : 0),
      isGroup: false,
    };
  }

  /** JavaScript forgets what groups captured at each repetition, and takes none that is empty. */
  private checkRepeated(part: Part, isOnce: boolean): void {
    const hasGroups = part.isGroup || part.groupsInside > 0;
    if (part.canBeEmpty && (hasGroups || !isOnce)) throw new NotComputed("a repetition of what may be empty");
    if (!isOnce && part.groupsInside > 0) throw new NotComputed("groups in a repetition");
  }
}

function partOf(source: string): Part {
  return { source, canBeEmpty: false, repetitions: 0, isGroup: false, groupsInside: 0, isAssertion: false };
}

function assertion(source: string): Part {
  return { ...partOf(source), canBeEmpty: true, isAssertion: true };
}

function totals(parts: readonly Part[]): Pick<Part, "groupsInside" | "repetitions"> {
  return {
    repetitions: parts.reduce((total, part) => total + part.repetitions, 0),
    groupsInside: parts.reduce((total, part) => total + part.groupsInside + (part.isGroup ? 1 : 0), 0),
  };
}
