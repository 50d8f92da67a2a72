import { DefaultTokenResolver, Fn, StringConcat, Token, Tokenization } from "cdktf";
import { Construct, IConstruct } from "constructs";

import { isToken } from "../core/check";
import { InvalidPropertyError } from "../core/invalid-property";
import { Zone } from "../core/locality";
import { checkGroupZone, NodePool, NodePoolOptions } from "./node-pool";
import { INodeSecurityGroup, NodeSecurityGroup, NodeSecurityGroupOptions } from "./node-security-group";
import { INodeSecurityRules, NodeSecurityRules } from "./node-security-rules";

/** What a cluster gives to a pool that joins it. */
export interface PoolBinding {
  /** The security group for the pool's nodes. */
  readonly group: INodeSecurityGroup;
  /** What the pool waits for, besides its group. */
  readonly waitFor: IConstruct[];
}

/** A Kapsule cluster, made here or elsewhere. */
export interface ICluster extends IConstruct {
  /** Regional id of the cluster, such as `fr-par/11111111-1111-1111-1111-111111111111`. */
  readonly clusterId: string;
  /** The id without its region. */
  readonly clusterUuid: string;
  /** The cluster's region, where it was stated. */
  readonly region?: string;
  /** Rules for the traffic of the cluster's nodes, in every zone. */
  readonly securityGroup: INodeSecurityRules;
  /** Adds a pool of nodes. */
  addPool(id: string, options: NodePoolOptions): NodePool;
  /** Called by a pool that joins the cluster. */
  bindPool(pool: NodePool, zone: string | undefined, ownGroup: INodeSecurityGroup | undefined): PoolBinding;
}

/** How a cluster comes by the security groups of its nodes. */
export interface ClusterSecurityOptions {
  /** Security groups of your own, one for each zone with pools. @default - the cluster makes them */
  readonly securityGroups?: INodeSecurityGroup[];
  /** Options of the groups that the cluster makes. @default - drop inbound, accept outbound */
  readonly securityGroupOptions?: NodeSecurityGroupOptions;
}

/** What clusters made here and clusters made elsewhere have in common: pools and the security groups of their zones. */
export abstract class ClusterBase extends Construct implements ICluster {
  public abstract readonly clusterId: string;
  public abstract readonly region?: string;
  public readonly securityGroup: INodeSecurityRules;
  /** The pools that joined in this stack. */
  protected readonly pools: NodePool[] = [];
  private readonly rules: NodeSecurityRules;
  private readonly groups = new Map<string | undefined, INodeSecurityGroup>();

  constructor(
    scope: Construct,
    id: string,
    private readonly security: ClusterSecurityOptions = {},
  ) {
    super(scope, id);
    this.rules = new NodeSecurityRules(this);
    this.securityGroup = this.rules;
    this.node.addValidation({ validate: () => duplicateNames(this.pools) });
  }

  public get clusterUuid(): string {
    return uuidOf(this.clusterId);
  }

  public addPool(id: string, options: NodePoolOptions): NodePool {
    return new NodePool(this, id, { ...options, cluster: this });
  }

  public bindPool(pool: NodePool, zone: string | undefined, ownGroup: INodeSecurityGroup | undefined): PoolBinding {
    const group = ownGroup ?? this.groupOf(pool, zone);
    checkGroupZone(pool, zone, group);
    this.pools.push(pool);
    return { group, waitFor: this.poolDependencies() };
  }

  /** What a pool of this cluster waits for, besides its security group. */
  protected poolDependencies(): IConstruct[] {
    return [];
  }

  private groupOf(pool: NodePool, zone: string | undefined): INodeSecurityGroup {
    const own = this.security.securityGroups;
    if (own === undefined) return this.groups.get(zone) ?? this.makeGroup(zone);
    const group = own.find((candidate) => candidate.zone === zone || candidate.zone === undefined);
    if (group !== undefined) return group;
    throw new InvalidPropertyError(pool, {
      property: "zone",
      value: zone,
      bound: `have a security group: the cluster was given groups of ${own.map((each) => each.zone).join(", ") || "no zone"}`,
      fix: "Add a group of this zone to the cluster's securityGroups, or give the pool its own securityGroup.",
    });
  }

  private makeGroup(zone: string | undefined): INodeSecurityGroup {
    const id = zone === undefined ? "SecurityGroup" : `SecurityGroup-${isToken(zone) ? this.groups.size : zone}`;
    const group = new NodeSecurityGroup(this, id, {
      ...this.security.securityGroupOptions,
      cluster: this,
      zone: zone as Zone | undefined,
      rules: this.rules,
    });
    this.groups.set(zone, group);
    return group;
  }
}

/** The part of a regional id behind the slash, as the documented name of the security group has it. */
function uuidOf(clusterId: string): string {
  if (!isToken(clusterId)) return clusterId.split("/").at(-1) ?? clusterId;
  return Token.asString(Fn.element(Fn.split("/", clusterId), 1));
}

function duplicateNames(pools: readonly NodePool[]): string[] {
  const byName = new Map<string, NodePool[]>();
  for (const pool of pools) {
    const name = resolvedName(pool);
    byName.set(name, [...(byName.get(name) ?? []), pool]);
  }
  return [...byName]
    .filter(([, same]) => same.length > 1)
    .map(([name, same]) => {
      const paths = same.map((pool) => pool.node.path).join(" and ");
      return `name is "${name}" for both ${paths}; pool names must differ within a cluster. Rename one of them.`;
    });
}

function resolvedName(pool: NodePool): string {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return String(Tokenization.resolve(pool.name, { scope: pool, resolver, preparing: false }));
}
