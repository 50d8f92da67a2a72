export { dotOf } from "./dot";
export type { DrawingPart, DrawnArrow, DrawnNode } from "./drawing";
export { htmlOf } from "./html";
export { mermaidOf } from "./mermaid";
export type { Mark } from "./styles";
export { svgOf } from "./svg";
