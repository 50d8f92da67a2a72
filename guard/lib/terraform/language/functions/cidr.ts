import ipaddr from "ipaddr.js";

import { listOf } from "../../values";
import { toTerraformString, toWhole } from "../convert";
import { EvaluationError, NotComputed } from "../errors";
import { STRING, taking, type TerraformFunction } from "./signature";

export const networkFunctions: Readonly<Record<string, TerraformFunction>> = {
  cidrcontains: taking(["string", "string"], contains),
  cidrhost: taking(["string", "whole"], (prefix, host) => hostIn(parsePrefix(prefix), host)),
  cidrnetmask: taking(["string"], (prefix) => {
    const { bits, length } = parsePrefix(prefix);
    if (bits !== IPV4) throw new NotComputed("a netmask of IPv6, which some versions refuse");
    return addressOf(((1n << BigInt(bits)) - 1n) ^ ((1n << BigInt(bits - length)) - 1n), bits);
  }),
  cidrsubnet: taking(["string", "whole", "whole"], (prefix, more, number) =>
    subnetOf(parsePrefix(prefix), more, number),
  ),
  cidrsubnets: (prefix, ...more) =>
    listOf(
      subnetsOf(
        parsePrefix(toTerraformString(prefix ?? null)),
        more.map((each) => toWhole(each)),
      ),
      STRING,
    ),
};

/** The network of a prefix: its address without the bits of the host. */
interface Prefix {
  readonly network: bigint;
  readonly length: number;
  readonly bits: number;
}

const IPV4 = 32;
const IPV6 = 128;

function parsePrefix(text: string): Prefix {
  const [address = "", size = "", ...rest] = text.split("/");
  if (rest.length > 0 || !/^\d{1,3}$/.test(size)) throw new EvaluationError("a prefix is required");
  const isIPv4 = address.includes(".") && !address.includes(":");
  // Terraform reads numbers with zeros before them, which others take for octal ones.
  if (isIPv4 && /(?:^|\.)0\d/.test(address)) throw new NotComputed("an address with zeros before its numbers");
  if (isIPv4 ? !ipaddr.IPv4.isValidFourPartDecimal(address) : !ipaddr.IPv6.isValid(address) || address.includes("%"))
    throw new EvaluationError("a prefix is required");
  const parsed = ipaddr.parse(address);
  const bits = isIPv4 ? IPV4 : IPV6;
  const length = Number(size);
  if (length > bits) throw new EvaluationError("a prefix is required");
  if (parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress())
    throw new NotComputed("an IPv4 address as an IPv6 one");
  const number = parsed.toByteArray().reduce((total, byte) => total * 256n + BigInt(byte), 0n);
  const hostBits = BigInt(bits - length);
  return { network: (number >> hostBits) << hostBits, length, bits };
}

function addressOf(number: bigint, bits: number): string {
  const bytes = Array.from({ length: bits / 8 }, (_, index) => Number((number >> BigInt(bits - 8 - 8 * index)) & 255n));
  const address = ipaddr.fromByteArray(bytes);
  return address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString();
}

function hostIn({ network, length, bits }: Prefix, host: number): string {
  const size = 1n << BigInt(bits - length);
  const position = host < 0 ? size + BigInt(host) : BigInt(host);
  if (position < 0n || position >= size) throw new EvaluationError("no such host");
  return addressOf(network + position, bits);
}

function subnetOf({ network, length, bits }: Prefix, more: number, number: number): string {
  if (more < 0 || number < 0) throw new NotComputed("a subnet with a number below zero");
  const longer = length + more;
  if (longer > bits || BigInt(number) >= 1n << BigInt(more)) throw new EvaluationError("no such subnet");
  return `${addressOf(network + (BigInt(number) << BigInt(bits - longer)), bits)}/${longer}`;
}

/** Subnets one after the other, each as large as asked and where such a one can begin. */
function subnetsOf({ network, length, bits }: Prefix, more: readonly number[]): string[] {
  const end = network + (1n << BigInt(bits - length));
  // Terraform looks for the subnet before the first one.
  if (network === 0n) throw new NotComputed("subnets of a network at the start of all addresses");
  let next = network;
  return more.map((each) => {
    const longer = length + each;
    if (each < 1 || each > 32 || longer > bits) throw new EvaluationError("no such subnet");
    const size = 1n << BigInt(bits - longer);
    const start = ((next + size - 1n) / size) * size;
    if (start + size > end) throw new EvaluationError("the subnets do not fit");
    next = start + size;
    return `${addressOf(start, bits)}/${longer}`;
  });
}

/** Whether a network has an address, or all of another network. */
function contains(outer: string, inner: string): boolean {
  const network = parsePrefix(outer);
  const isAddress = !inner.includes("/");
  const part = parsePrefix(isAddress ? `${inner}/${inner.includes(":") ? IPV6 : IPV4}` : inner);
  if (network.bits !== part.bits) throw new EvaluationError("addresses of two families");
  const shift = BigInt(network.bits - network.length);
  return part.length >= network.length && part.network >> shift === network.network >> shift;
}
