import type { IConstruct } from "constructs";

import { checkInteger, InvalidPropertyError, isToken } from "../core";
import { Cidr } from "./cidr";

/** Where Scaleway's bastion listens unless it is told otherwise. */
const DEFAULT_PORT = 61000;
const PORTS = { min: 1024, max: 59999 };
const ANYWHERE = "0.0.0.0/0";

/**
 * An SSH bastion on a Public Gateway, and who may reach it. Left to Scaleway, that is the whole internet.
 *
 * Source: `scaleway_vpc_public_gateway`, `bastion_enabled` and `allowed_ip_ranges`.
 */
export class Bastion {
  /** Only from these IPv4 blocks: `Bastion.from("203.0.113.0/24")`. */
  public static from(...ranges: string[]): Bastion {
    return new Bastion(ranges, undefined, false);
  }

  /** From the whole internet. SSH keys are then all that protects the network. */
  public static fromAnywhere(): Bastion {
    return new Bastion([ANYWHERE], undefined, true);
  }

  private constructor(
    private readonly ranges: readonly string[],
    private readonly port: number | undefined,
    private readonly open: boolean,
  ) {}

  /** The same bastion on another TCP port, 1024 to 59999. @default 61000 */
  public onPort(port: number): Bastion {
    return new Bastion(this.ranges, port, this.open);
  }

  /**
   * The attributes of the gateway.
   *
   * @throws InvalidPropertyError when there is no block, one is malformed, or is the whole internet without being named so
   *
   * @internal
   */
  public bind(scope: IConstruct): { bastionEnabled: true; bastionPort?: number; allowedIpRanges: string[] } {
    const { ranges, port } = this;
    if (ranges.length === 0) throw mustAllow(scope, [], "name somebody: without a list the bastion is open to all");
    for (const range of ranges) {
      if (isToken(range) || this.open) continue;
      if (Cidr.parse(scope, "bastion", range).prefix === 0) throw mustAllow(scope, range, "be a part of the internet");
    }
    if (port !== DEFAULT_PORT) checkInteger(scope, "bastion port", port, PORTS);
    return {
      bastionEnabled: true,
      ...(port === undefined ? {} : { bastionPort: port }),
      allowedIpRanges: [...ranges],
    };
  }
}

function mustAllow(scope: IConstruct, value: unknown, requirement: string): InvalidPropertyError {
  return new InvalidPropertyError(scope, {
    property: "bastion",
    value,
    requirement,
    suggestion: 'Write Bastion.from("203.0.113.0/24"), or say it by name: Bastion.fromAnywhere().',
  });
}
