/** A name may contain a hyphen but not begin with one, so a hyphen before a traversal is a minus, except in a name. */
const TRAVERSAL =
  /(?<![\w.]|[A-Za-z_][\w-]*-)(?:resource\.)?((?:data\.|ephemeral\.)?[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*)/g;
const COMMENT = /\/\*.*?\*\/|(?:#|\/\/).*$/gms;

/**
 * What a Terraform template refers to: the first parts of every traversal in its interpolations, such as
 * `scaleway_k8s_cluster.main`, `data.scaleway_k8s_version.latest` or `local.name`.
 */
export function referencesIn(template: string): string[] {
  if (!template.includes("{")) return [];
  const code: string[] = [];
  readTemplate(template, 0, undefined, code);
  return code.flatMap(traversalsIn);
}

/** What an expression refers to, such as an entry of `depends_on`, which is one without `${}`. */
export function traversalsIn(expression: string): string[] {
  const code = expression.replace(COMMENT, " ").replace(/\s*\.\s*/g, ".");
  return [...code.matchAll(TRAVERSAL)].map(([, traversal = ""]) => traversal);
}

/** Reads literal text up to the closing quote, or to the end, and returns the position behind it. */
function readTemplate(text: string, start: number, quote: string | undefined, code: string[]): number {
  let at = start;
  while (at < text.length) {
    const char = text[at];
    if (quote !== undefined && char === quote) return at + 1;
    if (quote !== undefined && char === "\\") at += 2;
    else if (text.startsWith("$${", at) || text.startsWith("%%{", at)) at += 3;
    else if (text.startsWith("${", at) || text.startsWith("%{", at)) at = readExpression(text, at + 2, code);
    else at += 1;
  }
  return at;
}

/** Reads an expression up to its closing brace and collects its code, without the strings in it. */
function readExpression(text: string, start: number, code: string[]): number {
  let at = start;
  let depth = 0;
  let from = start;
  while (at < text.length) {
    const char = text[at];
    if (char === '"') {
      code.push(text.slice(from, at));
      at = readTemplate(text, at + 1, '"', code);
      from = at;
      continue;
    }
    if (char === "}" && depth === 0) break;
    if (char === "{") depth += 1;
    if (char === "}") depth -= 1;
    at += 1;
  }
  code.push(text.slice(from, at));
  return at + 1;
}
