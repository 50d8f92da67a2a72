import type { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

import { type Location, locationOf } from "../core";

/** Where the program makes what a stack has. */
export class Locations {
  constructor(private readonly stack: TerraformStack) {}

  /**
   * The line that makes a construct, or the nearest one around it in the stack; undefined where the library made none of them.
   *
   * @param path Of the construct in the app, as findings have it; one that is gone has none.
   */
  public of(path: string | undefined): Location | undefined {
    const construct = path === undefined ? undefined : this.constructAt(path);
    return construct === undefined ? undefined : locationOf(construct);
  }

  /** A line of text about a construct, with the place. */
  public with(text: string, path: string | undefined): string {
    const found = this.of(path);
    return found === undefined ? text : `${found.file}:${found.line}: ${text}`;
  }

  private constructAt(path: string): IConstruct | undefined {
    return path
      .split("/")
      .reduce<IConstruct | undefined>((outer, id) => outer?.node.tryFindChild(id), this.stack.node.root);
  }
}
