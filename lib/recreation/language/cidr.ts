import { EvaluationError } from "./convert";

interface Prefix {
  readonly network: bigint;
  readonly length: number;
}

/** IPv4 only: an IPv6 prefix is left to be compared as an opaque value. */
function parsePrefix(text: string): Prefix {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  const parts = match?.slice(1).map(Number) ?? [];
  const length = parts[4];
  if (length === undefined || length > 32 || parts.slice(0, 4).some((part) => part > 255)) {
    throw new EvaluationError("an IPv4 prefix is required");
  }
  const address = parts.slice(0, 4).reduce((total, part) => total * 256n + BigInt(part), 0n);
  const hostBits = BigInt(32 - length);
  return { network: (address >> hostBits) << hostBits, length };
}

function dotted(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join(".");
}

export function cidrSubnet(prefix: string, newBits: number, number: number): string {
  const { network, length } = parsePrefix(prefix);
  const longer = length + newBits;
  if (!Number.isInteger(newBits) || newBits < 0 || longer > 32 || !(number >= 0 && number < 2 ** newBits)) {
    throw new EvaluationError("no such subnet");
  }
  return `${dotted(network + (BigInt(number) << BigInt(32 - longer)))}/${longer}`;
}

export function cidrHost(prefix: string, host: number): string {
  const { network, length } = parsePrefix(prefix);
  const size = 2 ** (32 - length);
  const position = host < 0 ? size + host : host;
  if (!Number.isInteger(host) || position < 0 || position >= size) throw new EvaluationError("no such host");
  return dotted(network + BigInt(position));
}

export function cidrNetmask(prefix: string): string {
  const { length } = parsePrefix(prefix);
  return dotted((0xffffffffn << BigInt(32 - length)) & 0xffffffffn);
}
