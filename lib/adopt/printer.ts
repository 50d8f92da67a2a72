import { classesIn, type ClassName, type Code, namesIn, type Statement } from "./code";

const WIDTH = 110;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Prints code as TypeScript. Classes of one name from two modules get an alias. */
export class Printer {
  private readonly aliases = new Map<string, string>();
  private readonly imports = new Map<string, Map<string, string>>();

  constructor(codes: readonly Code[]) {
    for (const each of codes.flatMap(classesIn)) this.import(each);
  }

  /** The import of a class; also of one that no code uses, such as a base class. @returns its name here */
  public import({ module, name: exported, typeOnly }: ClassName): string {
    const name = typeOnly === true ? `type ${exported}` : exported;
    const of = this.imports.get(module) ?? new Map<string, string>();
    this.imports.set(module, of);
    const known = of.get(name);
    if (known !== undefined) return known;
    const owner = this.aliases.get(name);
    const alias = owner === undefined || owner === module ? name : `${name}Resource`;
    this.aliases.set(alias, module);
    of.set(name, alias);
    return alias;
  }

  /** Whether something of a name is imported. */
  public isImported(name: string): boolean {
    return this.aliases.has(name);
  }

  /** The import statements, sorted as linters want them. */
  public importLines(): string[] {
    return [...this.imports]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([module, names]) => {
        const bare = (name: string) => name.replace("type ", "");
        const listed = [...names].sort(([a], [b]) => (bare(a) < bare(b) ? -1 : 1));
        const parts = listed.map(([name, alias]) => (name === alias ? name : `${name} as ${alias}`));
        const line = `import { ${parts.join(", ")} } from "${module}";`;
        if (line.length <= WIDTH) return [line];
        return ["import {", ...parts.map((part) => `  ${part},`), `} from "${module}";`];
      });
  }

  /** Statements, each with a name only where a later one uses it. */
  public statements(statements: readonly Statement[], indent: string): string[] {
    const used = new Set(statements.flatMap(({ code }) => namesIn(code)));
    return statements.map(({ name, code }) => {
      const binding = name !== undefined && used.has(name) ? `const ${name} = ` : "";
      return `${indent}${binding}${this.print(code, indent, binding.length)};`;
    });
  }

  private print(code: Code, indent: string, before: number): string {
    const flat = this.flat(code);
    if (indent.length + before + flat.length + 1 <= WIDTH || !isNested(code)) return flat;
    const inner = `${indent}  `;
    switch (code.kind) {
      case "list":
        return `[\n${code.items.map((item) => `${inner}${this.print(item, inner, 0)},\n`).join("")}${indent}]`;
      case "object":
        return `{\n${Object.entries(code.entries)
          .map(([key, part]) => `${inner}${shorthand(`${keyOf(key)}: ${this.print(part, inner, key.length + 2)}`)},\n`)
          .join("")}${indent}}`;
      case "call":
        return `${this.flat(code.of)}.${code.method}(${this.given(code.arguments, indent, indent.length + before)})`;
      case "new":
        return `new ${this.import(code.class)}(${this.given(code.arguments, indent, indent.length + before)})`;
      default:
        return flat;
    }
  }

  /** Arguments of which the last alone may take several lines, as formatters have it; or a line for each. */
  private given(codes: readonly Code[], indent: string, before: number): string {
    const last = codes.at(-1);
    const others = codes.slice(0, -1).map((each) => this.flat(each));
    const opens = last?.kind === "object" || last?.kind === "list";
    if (last === undefined || (opens && before + others.join(", ").length < WIDTH))
      return [...others, ...(last === undefined ? [] : [this.print(last, indent, WIDTH)])].join(", ");
    const inner = `${indent}  `;
    return `\n${codes.map((each) => `${inner}${this.print(each, inner, 0)},\n`).join("")}${indent}`;
  }

  private flat(code: Code): string {
    switch (code.kind) {
      case "literal":
        return JSON.stringify(code.value);
      case "list":
        return `[${code.items.map((item) => this.flat(item)).join(", ")}]`;
      case "object": {
        const entries = Object.entries(code.entries).map(([key, part]) => `${keyOf(key)}: ${this.flat(part)}`);
        return entries.length === 0 ? "{}" : `{ ${entries.map(shorthand).join(", ")} }`;
      }
      case "name":
        return code.name;
      case "class":
        return this.import(code.class);
      case "cast":
        return `${this.flat(code.of)} as ${code.type.name}`;
      case "property":
        return `${this.flat(code.of)}.${code.name}`;
      case "call":
        return `${this.flat(code.of)}.${code.method}(${code.arguments.map((each) => this.flat(each)).join(", ")})`;
      case "new":
        return `new ${this.import(code.class)}(${code.arguments.map((each) => this.flat(each)).join(", ")})`;
    }
  }
}

function isNested({ kind }: Code): boolean {
  return kind === "list" || kind === "object" || kind === "call" || kind === "new";
}

function keyOf(key: string): string {
  // Written plainly, it would be the prototype and no key.
  if (key === "__proto__") return '["__proto__"]';
  return IDENTIFIER.test(key) ? key : JSON.stringify(key);
}

function shorthand(entry: string): string {
  return entry.replace(/^(\w+): \1$/, "$1");
}
