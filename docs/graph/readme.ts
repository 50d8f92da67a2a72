import { DependencyGraph } from "kapsule-guard/terraform";

const BEGIN = "<!-- written by npm run graph -->";
const END = "<!-- end of what npm run graph writes -->";

/** What a README shows of an example: a drawing of each of its stacks. */
export function graphSection(configurations: Readonly<Record<string, unknown>>): string {
  const isSingle = Object.keys(configurations).length === 1;
  const drawings = Object.entries(configurations).map(([stack, configuration]) => {
    const drawing = `\`\`\`mermaid\n${DependencyGraph.of(configuration).toMermaid()}\n\`\`\``;
    const picture = `As a picture: [${stack}.svg](${stack}.svg)`;
    return [...(isSingle ? [] : [`\`${stack}\`:`]), drawing, picture].join("\n\n");
  });
  return [
    BEGIN,
    "## What waits for what",
    "Arrows lead to what waits. A wide stroke is protected from being destroyed, a red one is reached from the internet or has an address in it.",
    ...drawings,
    END,
  ].join("\n\n");
}

/** A README with its section as it should be, at the place of the old one, else at the end. */
export function withGraphSection(readme: string, section: string): string {
  const [start, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (start === -1 || end === -1) return `${readme.trimEnd()}\n\n${section}\n`;
  return `${readme.slice(0, start)}${section}${readme.slice(end + END.length)}`;
}
