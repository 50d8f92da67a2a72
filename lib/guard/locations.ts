import type { TerraformStack } from "cdktf";

import { type Location, locationOf } from "../core";
import { constructAt } from "./construct-at";

/** Where the program makes what a stack has. */
export class Locations {
  constructor(private readonly stack: TerraformStack) {}

  /**
   * The line that makes a construct, or the nearest one around it in the stack; undefined where the library made none of them.
   *
   * @param path Of the construct in the app, as findings have it; one that is gone has none.
   */
  public of(path: string | undefined): Location | undefined {
    const construct = path === undefined ? undefined : constructAt(this.stack.node.root, path.split("/"));
    return construct === undefined ? undefined : locationOf(construct);
  }

  /** A line of text about a construct, with the place. */
  public with(text: string, path: string | undefined): string {
    const found = this.of(path);
    return found === undefined ? text : `${found.file}:${found.line}: ${text}`;
  }
}
