import type { IConstruct } from "constructs";
import { IPv4 } from "ipaddr.js";

import type { INodePool } from "../cluster";
import { checkConstruct, InvalidPropertyError, isToken, LateValue } from "../core";

/** The servers of a backend: nodes by their pool, or addresses. */
export class Servers {
  /**
   * The nodes of pools, by their private IPv4 addresses. Terraform sees the nodes that are there when it runs: under an
   * autoscaler, new ones get traffic only after the next apply.
   */
  public static ofPools(...pools: INodePool[]): Servers {
    return new Servers(pools, []);
  }

  /** Private IPv4 addresses. */
  public static addresses(...addresses: string[]): Servers {
    return new Servers([], addresses);
  }

  private constructor(
    private readonly pools: readonly INodePool[],
    private readonly ips: readonly string[],
  ) {}

  /** The pools whose nodes are meant. */
  public get nodePools(): readonly INodePool[] {
    return this.pools;
  }

  /**
   * The value of `server_ips`.
   *
   * @throws InvalidPropertyError for what is no pool or no IPv4 address
   */
  public bind(scope: IConstruct): string[] {
    if (this.pools.length + this.ips.length === 0) {
      throw new InvalidPropertyError(scope, {
        property: "servers",
        value: [],
        requirement: "name a pool or an address",
        suggestion: "Write, for example, servers: Servers.ofPools(pool).",
      });
    }
    for (const ip of this.ips) {
      if (isToken(ip) || IPv4.isValidFourPartDecimal(ip)) continue;
      throw new InvalidPropertyError(scope, {
        property: "servers",
        value: ip,
        requirement: "be an IPv4 address",
        suggestion: 'Write, for example, Servers.addresses("172.16.0.10").',
      });
    }
    for (const pool of this.pools) checkConstruct(scope, "servers", pool, "poolId", "Servers.ofPools(pool)");
    if (this.pools.length === 0) return [...this.ips];
    return new LateValue(() => this.expression()) as unknown as string[];
  }

  /** The nodes of all pools, with their IPv4 addresses on networks. */
  private expression(): string {
    const nodes = this.pools.map(
      ({ resource }) => `${resource.terraformResourceType}.${resource.friendlyUniqueId}.nodes`,
    );
    const all = nodes.length === 1 ? (nodes[0] ?? "") : `concat(${nodes.join(", ")})`;
    return `\${flatten([for node in ${all} : [for ip in node.private_ips : ip.address if !strcontains(ip.address, ":")]])}`;
  }
}
