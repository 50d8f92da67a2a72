import type { GraphNode } from "./graph-node";

/** Wide strokes are protected, red ones public; a resource can be both. */
const STYLES = ["classDef protected stroke-width:4px", "classDef public stroke:#d92d20,color:#d92d20"];

/** A flowchart of Mermaid: what is made first is on top, and arrows lead to what waits for it. */
export function mermaidOf(nodes: readonly GraphNode[], arrows: readonly (readonly [string, string])[]): string {
  const ids = new Map(nodes.map(({ address }, i) => [address, `n${i}`]));
  const idOf = (address: string) => ids.get(address) ?? "";
  const marked = (mark: string, marks: (node: GraphNode) => boolean) => {
    const those = nodes.filter(marks).map(({ address }) => idOf(address));
    return those.length === 0 ? [] : [`class ${those.join(",")} ${mark}`];
  };
  return [
    "flowchart TD",
    ...nodes.map(({ address, name, type }) => `  ${idOf(address)}["${text(name)}<br/>${text(shortType(type))}"]`),
    ...arrows.map(([first, then]) => `  ${idOf(first)} --> ${idOf(then)}`),
    ...STYLES.map((style) => `  ${style}`),
    ...marked("protected", ({ isProtected }) => isProtected).map((line) => `  ${line}`),
    ...marked("public", ({ isPublic }) => isPublic).map((line) => `  ${line}`),
  ].join("\n");
}

/** The type without the name of the provider. */
function shortType(type: string): string {
  return type.replace("scaleway_", "");
}

/** As a label in quotes takes it. */
function text(value: string): string {
  return value.replaceAll("&", "#amp;").replaceAll('"', "#quot;").replaceAll("<", "#lt;").replaceAll(">", "#gt;");
}
