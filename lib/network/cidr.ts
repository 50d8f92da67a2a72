import { IConstruct } from "constructs";

import { isToken } from "../core/check";
import { InvalidPropertyError } from "../core/invalid-property";

/** Blocks for private networks (RFC 1918). */
const PRIVATE_RANGES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] as const;
/** Shared address space that Scaleway keeps for its own services (RFC 6598). */
const RESERVED_RANGE = "100.64.0.0/10";

/** Scaleway accepts Private Network subnets of these sizes. */
export const SUBNET_PREFIX = { min: 20, max: 29 } as const;
/** A Kapsule cluster takes a /22 of its Private Network, or a larger one. */
export const MAX_CLUSTER_PREFIX = 22;
/** What Kapsule takes for pods where nothing is said. */
export const DEFAULT_POD_CIDR = "100.64.0.0/15";
/** What Kapsule takes for services where nothing is said. */
export const DEFAULT_SERVICE_CIDR = "10.32.0.0/20";

/** Four numbers without leading zeros: other spellings are octal to some readers, and refused by Terraform's functions. */
const ADDRESS = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/;

/** An IPv4 block. */
export class Cidr {
  /**
   * Reads a block whose host bits are zero.
   *
   * @throws InvalidPropertyError when the text is no IPv4 CIDR or has host bits set
   */
  public static parse(scope: IConstruct, property: string, text: string): Cidr {
    const { address, prefix } = Cidr.split(scope, property, text);
    const network = networkOf(address, prefix);
    if (network !== address) {
      throw new InvalidPropertyError(scope, {
        property,
        value: text,
        requirement: "have no host bits set",
        suggestion: `Did you mean "${addressText(network)}/${prefix}"?`,
      });
    }
    return new Cidr(address, prefix);
  }

  private static split(scope: IConstruct, property: string, text: unknown): { address: number; prefix: number } {
    const invalid = (suggestion: string) =>
      new InvalidPropertyError(scope, {
        property,
        value: text,
        requirement: "be an IPv4 block in CIDR notation",
        suggestion,
      });
    const [first = "", mask, ...rest] = typeof text === "string" ? text.split("/") : [];
    const address = parseAddress(first);
    if (address === undefined) throw invalid('Write, for example, "172.16.0.0/22".');
    if (mask === undefined) throw invalid(`The mask is missing. Did you mean "${first}/32"?`);
    const prefix = /^(0|[1-9]\d?)$/.test(mask) && rest.length === 0 ? Number(mask) : Infinity;
    if (prefix > 32) throw invalid('The mask is a number from 0 to 32. Write, for example, "172.16.0.0/22".');
    return { address, prefix };
  }

  private constructor(
    private readonly address: number,
    /** Number of network bits. */
    public readonly prefix: number,
  ) {}

  /** Whether the two blocks have an address in common. */
  public overlaps(other: Cidr): boolean {
    const bits = Math.min(this.prefix, other.prefix);
    return networkOf(this.address, bits) === networkOf(other.address, bits);
  }

  /** Whether every address of the other block is in this one. */
  public contains(other: Cidr): boolean {
    return other.prefix >= this.prefix && this.overlaps(other);
  }

  /** Whether a single address is in the block. */
  public containsAddress(text: string): boolean {
    const address = parseAddress(text);
    return address !== undefined && networkOf(address, this.prefix) === this.address;
  }

  public toString(): string {
    return `${addressText(this.address)}/${this.prefix}`;
  }
}

/** The 32 bits of an address, or undefined for what is none. */
function parseAddress(text: string): number | undefined {
  const bytes = ADDRESS.exec(text)?.slice(1).map(Number);
  if (bytes === undefined || bytes.some((byte) => byte > 255)) return undefined;
  return bytes.reduce((bits, byte) => bits * 256 + byte, 0);
}

/** The address with its host bits cleared. */
function networkOf(address: number, prefix: number): number {
  const size = 2 ** (32 - prefix);
  return Math.floor(address / size) * size;
}

function addressText(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
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
