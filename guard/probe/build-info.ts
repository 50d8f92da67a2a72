import { readFileSync } from "node:fs";

import type { ProbedWith } from "../lib/provider";

/** What Go writes before its version in every binary. Source: the package debug/buildinfo. */
const MAGIC = "\xff Go buildinf:";
const SDK = "\tgithub.com/scaleway/scaleway-sdk-go\t";
const LONGEST = 256;

/** What a provider's binary says of how it was built. */
export function buildInfoOf(binary: string): ProbedWith {
  const content = readFileSync(binary);
  const after = (mark: string): string => {
    const start = content.indexOf(mark, 0, "latin1");
    return start < 0 ? "" : content.toString("latin1", start + mark.length, start + mark.length + LONGEST);
  };
  const go = /go1[\w.-]*/.exec(after(MAGIC))?.[0];
  const sdk = /^[\w.+-]+/.exec(after(SDK))?.[0];
  return { ...(go === undefined ? {} : { go }), ...(sdk === undefined ? {} : { sdk }) };
}
