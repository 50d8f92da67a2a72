import type { IConstruct } from "constructs";

import { Cidr } from "../access";
import { InvalidPropertyError, isToken } from "../core";
import type { IEgress } from "../network";

/** The addresses from which a key may be used: blocks in CIDR notation, or the egress of a network. */
export type KeyAddresses = readonly string[] | IEgress;

/**
 * The condition that requests come from some addresses, in CEL. They are public ones: Scaleway sees no others.
 *
 * Source: "Request-level conditions" of Scaleway, of 13 July 2026.
 *
 * @throws InvalidPropertyError for no address, or a malformed one
 */
export function addressCondition(scope: IConstruct, addresses: KeyAddresses | undefined): string | undefined {
  if (addresses === undefined) return undefined;
  const given: unknown = "cidrs" in Object(addresses) ? (addresses as IEgress).cidrs : addresses;
  const blocks = Array.isArray(given) ? (given as readonly string[]) : [];
  if (blocks.length === 0) {
    throw new InvalidPropertyError(scope, {
      property: "allowFrom",
      value: addresses,
      requirement: "have at least one block, or be the egress of a network",
      suggestion: 'Write, for example, allowFrom: ["203.0.113.0/24"], or leave it out.',
    });
  }
  for (const block of blocks) if (!isToken(block)) Cidr.parse(scope, "allowFrom", block);
  return blocks.map((block) => `inIpRange(request.ip, "${block}")`).join(" || ");
}
