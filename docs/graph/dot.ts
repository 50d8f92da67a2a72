import { DependencyGraph, type GraphNode } from "kapsule-guard/terraform";

/** The graph of a stack in the language of Graphviz, which lays it out. Styles are those of its Mermaid. */
export function dotOf(configuration: unknown): string {
  const graph = DependencyGraph.of(configuration);
  return [
    "digraph {",
    'bgcolor="transparent"; rankdir=TB; ranksep=0.4; nodesep=0.25;',
    'node [shape=box, style="rounded,filled", fillcolor="white", fontname="Helvetica", fontsize=11, margin="0.15,0.08"];',
    'edge [color="#667085", arrowsize=0.7];',
    ...graph.nodes().map(nodeLine),
    ...graph.arrows().map(([first, then]) => `${JSON.stringify(first)} -> ${JSON.stringify(then)};`),
    "}",
  ].join("\n");
}

function nodeLine({ address, name, type, isProtected, isPublic }: GraphNode): string {
  const label = JSON.stringify(`${name}\n${type.replace("scaleway_", "")}`);
  const color = isPublic ? ', color="#d92d20", fontcolor="#d92d20"' : ', color="#344054"';
  return `${JSON.stringify(address)} [label=${label}${color}, penwidth=${isProtected ? 3 : 1}];`;
}
