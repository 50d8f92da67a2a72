import type { Mark } from "./styles";

/** One box of a drawing. */
export interface DrawnNode {
  /** Unlike every other in its part: the address of a resource. */
  readonly id: string;
  /** What is written in it, line by line. */
  readonly lines: readonly string[];
  /** What its border and its colour say. */
  readonly marks: readonly Mark[];
}

/** An arrow from what comes first to what follows from it. */
export interface DrawnArrow {
  readonly first: string;
  readonly then: string;
  readonly label?: string;
}

/** What is drawn together, such as a stack. */
export interface DrawingPart {
  /** Written above it. @default - nothing, where it is the only one */
  readonly name?: string;
  readonly nodes: readonly DrawnNode[];
  readonly arrows: readonly DrawnArrow[];
}
