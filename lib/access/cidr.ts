import type { IConstruct } from "constructs";
import { IPv4 } from "ipaddr.js";

import { InvalidPropertyError, isToken } from "../core";

/** Blocks for private networks (RFC 1918). */
const PRIVATE_RANGES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] as const;
/** Shared address space that Scaleway keeps for its own services (RFC 6598). */
const RESERVED_RANGE = "100.64.0.0/10";

/** Scaleway accepts Private Network subnets of these sizes. */
const SUBNET_PREFIX = { min: 20, max: 29 } as const;
/** A Kapsule cluster takes a /22 of its Private Network, or a larger one. */
export const MAX_CLUSTER_PREFIX = 22;
/** What Kapsule takes for pods by default. */
export const DEFAULT_POD_CIDR = "100.64.0.0/15";
/** What Kapsule takes for services by default. */
export const DEFAULT_SERVICE_CIDR = "10.32.0.0/20";

/** An IPv4 block. */
export class Cidr {
  /**
   * Reads a block whose host bits are zero.
   *
   * @throws InvalidPropertyError when the text is no IPv4 CIDR or has host bits set
   */
  public static parse(scope: IConstruct, property: string, text: string): Cidr {
    const [address, prefix] = Cidr.split(scope, property, text);
    const network = IPv4.networkAddressFromCIDR(text).toString();
    if (network !== address.toString()) {
      throw new InvalidPropertyError(scope, {
        property,
        value: text,
        requirement: "have no host bits set",
        suggestion: `Did you mean "${network}/${prefix}"?`,
      });
    }
    return new Cidr(address, prefix);
  }

  private static split(scope: IConstruct, property: string, text: string): [IPv4, number] {
    const invalid = (suggestion: string) =>
      new InvalidPropertyError(scope, {
        property,
        value: text,
        requirement: "be an IPv4 block in CIDR notation",
        suggestion,
      });
    // ipaddr.js also reads octal, hexadecimal and shortened addresses, which Terraform's cidr functions refuse.
    if (typeof text === "string" && IPv4.isValidFourPartDecimal(text)) {
      throw invalid(`The mask is missing. Did you mean "${text}/32"?`);
    }
    const [address = "", mask = ""] = typeof text === "string" ? text.split("/") : [];
    if (!IPv4.isValidFourPartDecimal(address)) throw invalid('Write, for example, "172.16.0.0/22".');
    try {
      const [network, prefix] = IPv4.parseCIDR(text);
      if (String(prefix) === mask) return [network, prefix];
      throw invalid(`Write the mask as "/${prefix}".`);
    } catch (error) {
      if (error instanceof InvalidPropertyError) throw error;
      throw invalid('The mask is a number from 0 to 32. Write, for example, "172.16.0.0/22".');
    }
  }

  private constructor(
    private readonly address: IPv4,
    /** Number of network bits. */
    public readonly prefix: number,
  ) {}

  /** Whether the two blocks have an address in common. */
  public overlaps(other: Cidr): boolean {
    const bits = Math.min(this.prefix, other.prefix);
    return this.address.match(other.address, bits);
  }

  /** Whether every address of the other block is in this one. */
  public contains(other: Cidr): boolean {
    return other.prefix >= this.prefix && this.overlaps(other);
  }

  /** Whether a single address is in the block. */
  public containsAddress(address: string): boolean {
    return IPv4.isValidFourPartDecimal(address) && IPv4.parse(address).match(this.address, this.prefix);
  }

  public toString(): string {
    return `${this.address.toString()}/${this.prefix}`;
  }
}

/** Refuses what Scaleway refuses as the subnet of a Private Network. Absent values and tokens pass. */
export function checkSubnet(scope: IConstruct, property: string, text: string | undefined): void {
  if (text === undefined || isToken(text)) return;
  const subnet = Cidr.parse(scope, property, text);
  const within = (range: string) => Cidr.parse(scope, property, range).contains(subnet);
  if (within(RESERVED_RANGE)) {
    throw new InvalidPropertyError(scope, {
      property,
      value: text,
      requirement: `lie outside ${RESERVED_RANGE}, which Scaleway reserves`,
      suggestion: 'Write, for example, "172.16.0.0/22".',
    });
  }
  if (!PRIVATE_RANGES.some(within)) {
    throw new InvalidPropertyError(scope, {
      property,
      value: text,
      requirement: `be private (RFC 1918): inside ${PRIVATE_RANGES.join(", ")}`,
      suggestion: 'Write, for example, "172.16.0.0/22".',
    });
  }
  if (subnet.prefix < SUBNET_PREFIX.min || subnet.prefix > SUBNET_PREFIX.max) {
    throw new InvalidPropertyError(scope, {
      property,
      value: text,
      requirement: `have a mask from /${SUBNET_PREFIX.min} to /${SUBNET_PREFIX.max}`,
      suggestion: `Write, for example, "${text.split("/")[0]}/22".`,
    });
  }
}

/** Refuses a malformed block. Absent values and tokens pass. */
export function checkCidr(scope: IConstruct, property: string, text: string | undefined): void {
  if (text !== undefined && !isToken(text)) Cidr.parse(scope, property, text);
}
