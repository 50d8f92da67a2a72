import { Fn, Token } from "cdktf";

import { isToken } from "./check";

/** The part of a regional or zonal id behind its locality. */
export function uuidOfId(id: string): string {
  if (!isToken(id)) return id.split("/").at(-1) ?? id;
  return Token.asString(Fn.element(Fn.split("/", id), 1));
}
