import type { DrawingPart, DrawnArrow, DrawnNode } from "./drawing";
import { type Mark, type Style, styleOf } from "./styles";

const HEAD = [
  'bgcolor="transparent"; rankdir=TB; ranksep=0.4; nodesep=0.25; fontname="Helvetica"; fontsize=12;',
  'node [shape=box, fontname="Helvetica", fontsize=11, margin="0.15,0.08"];',
  'edge [color="#667085", arrowsize=0.7, fontname="Helvetica", fontsize=9, fontcolor="#667085"];',
];

/** A drawing in the language of Graphviz. Styles are those of its Mermaid. */
export function dotOf(parts: readonly DrawingPart[]): string {
  const idOf = (index: number, id: string) => (parts.length === 1 ? id : `${index} ${id}`);
  return [
    "digraph {",
    ...HEAD,
    ...parts.flatMap(({ name, nodes, arrows }, index) => {
      const lines = [
        ...nodes.map((node) => nodeLine(node, idOf(index, node.id))),
        ...arrows.map((arrow) => arrowLine(arrow, idOf(index, arrow.first), idOf(index, arrow.then))),
      ];
      if (name === undefined) return lines;
      return [`subgraph cluster_${index} {`, `label=${quoted(name)}; color="#d0d5dd";`, ...lines, "}"];
    }),
    "}",
  ].join("\n");
}

function nodeLine({ lines, marks }: DrawnNode, id: string): string {
  return `${quoted(id)} [label=${quoted(lines.join("\n"))}, ${attributesOf(marks)}];`;
}

function arrowLine({ label }: DrawnArrow, first: string, then: string): string {
  return `${quoted(first)} -> ${quoted(then)}${label === undefined ? "" : ` [label=${quoted(label)}]`};`;
}

function attributesOf(marks: readonly Mark[]): string {
  const styles = marks.map(styleOf);
  const {
    fill = "white",
    stroke = "#344054",
    color = "black",
    width = 1,
  } = Object.assign({}, ...styles) as Partial<Style>;
  const look = ["rounded", "filled", ...(styles.some(({ isDashed = false }) => isDashed) ? ["dashed"] : [])];
  return [
    `style="${look.join(",")}"`,
    `fillcolor="${fill}"`,
    `color="${stroke}"`,
    `fontcolor="${color}"`,
    `penwidth=${width > 1 ? 3 : 1}`,
  ].join(", ");
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
