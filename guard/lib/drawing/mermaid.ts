import type { DrawingPart, DrawnArrow, DrawnNode } from "./drawing";
import { type Mark, marksIn, styleOf } from "./styles";

/** A flowchart of Mermaid: what is made first is on top, and arrows lead to what follows. */
export function mermaidOf(parts: readonly DrawingPart[]): string {
  const numbered = parts.map((part, index) => ({ part, ids: idsOf(part, parts.length === 1 ? "n" : `s${index}n`) }));
  const nodes = numbered.flatMap(({ part, ids }) => part.nodes.map((node) => ({ node, id: ids.get(node.id) ?? "" })));
  const marks = marksIn(nodes.map(({ node }) => node));
  return [
    "flowchart TD",
    ...numbered.flatMap(({ part, ids }, index) => partLines(part, ids, index)).map((line) => `  ${line}`),
    ...marks.map((mark) => `  classDef ${mark} ${classOf(mark)}`),
    ...marks.map((mark) => {
      const those = nodes.filter(({ node }) => node.marks.includes(mark)).map(({ id }) => id);
      return `  class ${those.join(",")} ${mark}`;
    }),
  ].join("\n");
}

function idsOf({ nodes }: DrawingPart, prefix: string): Map<string, string> {
  return new Map(nodes.map(({ id }, index) => [id, `${prefix}${index}`]));
}

function partLines({ name, nodes, arrows }: DrawingPart, ids: ReadonlyMap<string, string>, index: number): string[] {
  const lines = [...nodes.map((node) => nodeLine(node, ids)), ...arrows.map((arrow) => arrowLine(arrow, ids))];
  return name === undefined
    ? lines
    : [`subgraph g${index}["${text(name)}"]`, ...lines.map((line) => `  ${line}`), "end"];
}

function nodeLine({ id, lines }: DrawnNode, ids: ReadonlyMap<string, string>): string {
  return `${ids.get(id) ?? ""}["${lines.map(text).join("<br/>")}"]`;
}

function arrowLine({ first, then, label }: DrawnArrow, ids: ReadonlyMap<string, string>): string {
  const arrow = label === undefined ? "-->" : `-->|"${text(label)}"|`;
  return `${ids.get(first) ?? ""} ${arrow} ${ids.get(then) ?? ""}`;
}

function classOf(mark: Mark): string {
  const { fill, stroke, color, width, isDashed = false } = styleOf(mark);
  return [
    fill && `fill:${fill}`,
    stroke && `stroke:${stroke}`,
    color && `color:${color}`,
    width && `stroke-width:${width}px`,
    isDashed && "stroke-dasharray:5 5",
  ]
    .filter((part) => typeof part === "string")
    .join(",");
}

/** As a label in quotes takes it, also within a code block of Markdown. */
function text(value: string): string {
  const codes: Readonly<Record<string, string>> = {
    "&": "amp",
    '"': "quot",
    "<": "lt",
    ">": "gt",
    "#": "35",
    "`": "96",
  };
  return value.replaceAll(/[&"<>#`]/g, (sign) => `#${codes[sign] ?? ""};`).replaceAll(/\s+/g, " ");
}
