import { createHash } from "node:crypto";

import { Fn, Token } from "cdktf";
import { Construct, IConstruct } from "constructs";

import { checkConstruct, isToken } from "../core/check";
import { describeInvalid, InvalidPropertyError } from "../core/invalid-property";
import { Zone } from "../core/locality";
import { providerDefaults } from "../core/provider-defaults";
import { textOf } from "../core/text";
import { NodePool, NodePoolOptions } from "./node-pool";
import { INodeSecurityGroup, NodeSecurityGroup, NodeSecurityGroupOptions } from "./node-security-group";
import { INodeSecurityRules, NodeSecurityRules } from "./node-security-rules";
import { checkGroupZone } from "./pool-locality";

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
  /** Called by a pool whose resource is made. */
  poolJoined(pool: NodePool): void;
}

/** How a cluster comes by the security groups of its nodes. */
export interface ClusterSecurityOptions {
  /** Security groups of your own, one for each zone with pools. @default - the cluster makes them */
  readonly securityGroups?: INodeSecurityGroup[];
  /** Options of the groups that the cluster makes. @default - drop inbound, accept outbound */
  readonly securityGroupOptions?: NodeSecurityGroupOptions;
}

/** Ids of what clusters make themselves, some of it only after the first pool. */
const RESERVED_IDS = /^(?:ApiAccess|Resource|SecurityGroup(?:-.*)?)$/;

/** What clusters made here and clusters made elsewhere have in common: pools and the security groups of their zones. */
export abstract class ClusterBase extends Construct implements ICluster {
  public abstract readonly clusterId: string;
  public abstract readonly region?: string;
  public readonly securityGroup: INodeSecurityRules;
  /** The pools that joined in this stack. */
  protected readonly pools: NodePool[] = [];
  private readonly rules: NodeSecurityRules;
  private readonly security: ClusterSecurityOptions;
  private readonly groups = new Map<string, INodeSecurityGroup>();

  constructor(scope: Construct, id: string, security: ClusterSecurityOptions | null | undefined) {
    super(scope, id);
    // Missing props are the subclass's to refuse: it knows which are required.
    this.security = security ?? {};
    checkSecurity(this, this.security);
    this.rules = new NodeSecurityRules(this);
    this.securityGroup = this.rules;
    this.node.addValidation({ validate: () => [...duplicateNames(this.pools), ...this.lostRules()] });
  }

  public get clusterUuid(): string {
    return uuidOf(this.clusterId);
  }

  public addPool(id: string, options: NodePoolOptions): NodePool {
    this.checkPoolId(id);
    return new NodePool(this, id, { ...options, cluster: this });
  }

  public bindPool(pool: NodePool, zone: string | undefined, ownGroup: INodeSecurityGroup | undefined): PoolBinding {
    const group = ownGroup ?? this.groupOf(pool, zone);
    checkGroupZone(pool, zone, group);
    return { group, waitFor: this.poolDependencies() };
  }

  /** Scaleway refuses an empty pool in a cluster without nodes, so empty pools wait for one that has some. */
  public poolJoined(pool: NodePool): void {
    this.pools.push(pool);
    const filled = this.pools
      .filter(({ size }) => isToken(size) || size > 0)
      .sort((a, b) => (a.node.path < b.node.path ? -1 : 1))
      .at(0);
    if (filled === undefined) return;
    for (const empty of this.pools.filter(({ size }) => size === 0)) empty.waitFor(filled);
  }

  /** A pool's id is a part of its address, beside those of the cluster's own parts. */
  private checkPoolId(id: unknown): void {
    const taken = typeof id === "string" ? this.node.tryFindChild(id) : undefined;
    if (typeof id === "string" && id !== "" && taken === undefined && !RESERVED_IDS.test(id)) return;
    throw new InvalidPropertyError(this, {
      property: "pool id",
      value: id,
      requirement: "be a text that no other pool, and no part of the cluster, has",
      suggestion: 'Write, for example, addPool("workers", { … }).',
    });
  }

  /** What a pool of this cluster waits for, besides its security group. */
  protected poolDependencies(): IConstruct[] {
    return [];
  }

  private groupOf(pool: NodePool, zone: string | undefined): INodeSecurityGroup {
    const own = this.security.securityGroups;
    if (own === undefined) return this.groups.get(textOf(this, zone)) ?? this.makeGroup(zone);
    const wanted = zone ?? providerDefaults(pool).zone;
    const group =
      own.find((candidate) => candidate.zone === wanted) ??
      own.find((candidate) => candidate.zone === undefined || wanted === undefined || isToken(wanted));
    if (group !== undefined) return group;
    throw new InvalidPropertyError(pool, {
      property: "zone",
      value: wanted,
      requirement: `have a security group: the cluster was given groups of ${own.map((each) => each.zone).join(", ") || "no zone"}`,
      suggestion: "Add a group of this zone to the cluster's securityGroups, or give the pool its own securityGroup.",
    });
  }

  private makeGroup(zone: string | undefined): INodeSecurityGroup {
    const key = textOf(this, zone);
    const suffix = isToken(zone) ? createHash("sha1").update(key).digest("hex").slice(0, 8) : key;
    const group = new NodeSecurityGroup(this, zone === undefined ? "SecurityGroup" : `SecurityGroup-${suffix}`, {
      ...this.security.securityGroupOptions,
      cluster: this,
      zone: zone as Zone | undefined,
      rules: this.rules,
    });
    this.groups.set(key, group);
    return group;
  }

  /** Rules reach the nodes through the groups that the cluster makes; without one they would be lost in silence. */
  private lostRules(): string[] {
    if (this.rules.isEmpty || this.groups.size > 0 || this.pools.length === 0) return [];
    return [
      describeInvalid({
        property: "securityGroup",
        requirement: "have a group of the cluster's own to hold its rules, but every pool has one of yours",
        suggestion: "Call allowInbound and allowOutbound of your NodeSecurityGroup.",
      }),
    ];
  }
}

function checkSecurity(scope: IConstruct, { securityGroups, securityGroupOptions }: ClusterSecurityOptions): void {
  if (securityGroups === undefined) return;
  if (!Array.isArray(securityGroups)) {
    throw new InvalidPropertyError(scope, {
      property: "securityGroups",
      value: securityGroups,
      requirement: "be a list of groups",
      suggestion:
        'Write, for example, securityGroups: [NodeSecurityGroup.fromSecurityGroupId(this, "group", "fr-par-1/…")].',
    });
  }
  for (const group of securityGroups) {
    checkConstruct(scope, "securityGroups", group, "securityGroupId", "[new NodeSecurityGroup(…)]");
  }
  if (securityGroupOptions === undefined) return;
  throw new InvalidPropertyError(scope, {
    property: "securityGroupOptions",
    value: securityGroupOptions,
    requirement: "be absent with securityGroups, which it does not change",
    suggestion: "Give the options to your own groups.",
  });
}

/** The part of a regional id behind the slash, as the documented name of the security group has it. */
function uuidOf(clusterId: string): string {
  if (!isToken(clusterId)) return clusterId.split("/").at(-1) ?? clusterId;
  return Token.asString(Fn.element(Fn.split("/", clusterId), 1));
}

function duplicateNames(pools: readonly NodePool[]): string[] {
  const byName = new Map<string, NodePool[]>();
  for (const pool of pools) {
    const name = textOf(pool, pool.name);
    byName.set(name, [...(byName.get(name) ?? []), pool]);
  }
  return [...byName]
    .filter(([, same]) => same.length > 1)
    .map(([name, same]) => {
      const paths = same.map((pool) => pool.node.path).join(" and ");
      return `name is "${name}" for both ${paths}; pool names must differ within a cluster. Rename one of them.`;
    });
}
