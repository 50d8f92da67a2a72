import type { Address } from "./address";
import { parseTarget } from "./target";

/** An address as written in a block, without the interpolation older syntax puts around it, and with keys as they are. */
export function writtenAddress(text: string): string {
  const trimmed = text.trim();
  const inner = /^\$\{(.*)\}$/s.exec(trimmed)?.[1] ?? trimmed;
  const plain = inner.trim().replace(/([$%])\1\{/g, "$1{");
  return parseTarget(plain)?.toString() ?? plain;
}

/** An address for a block, in whose keys Terraform sees no template. */
export function addressForBlock(address: Address | string): string {
  return address.toString().replace(/(?<![$%])[$%]\{/g, (start) => `${start.charAt(0)}${start}`);
}
