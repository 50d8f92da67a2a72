import type { FileTree } from "../../files";
import type { Value } from "../values";

/** What the names in an expression stand for. */
export interface Scope {
  /** The files that expressions read. @default - none, and what reads one is not evaluated */
  readonly files?: FileTree;
  /**
   * @param root The first name, such as `local` or `scaleway_vpc`.
   * @param path The attribute names that follow it directly.
   * @returns The value, and how many of the names in `path` it took to find it.
   * @throws EvaluationError when there is no such thing.
   */
  reference(root: string, path: readonly string[]): readonly [Value, number];
}
