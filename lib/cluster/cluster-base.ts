import type { ITerraformDependable } from "cdktf";
import { Construct, type IConstruct } from "constructs";

import { InvalidPropertyError, isToken, resolvedString, uuidOfId, type Zone } from "../core";
import { ClusterGroups } from "./cluster-groups";
import { ClusterReady } from "./cluster-ready";
import type { ClusterSecurityOptions } from "./cluster-security-options";
import type { IKapsuleCluster } from "./i-kapsule-cluster";
import type { INodePool } from "./i-node-pool";
import type { INodeSecurityRules } from "./i-node-security-rules";
import type { Kubeconfig } from "./kubeconfig";
import { NodePool } from "./node-pool";
import type { NodePoolOptions, ZonalPoolOptions } from "./node-pool-options";
import { hostPools } from "./pool-host";
import {
  type ClusterAuthenticationOptions,
  type HelmProviderConfig,
  helmProviderConfig,
  type KubernetesProviderConfig,
  kubernetesProviderConfig,
} from "./provider-config";

/** Ids of what clusters make themselves, some of it only after the first pool. */
export const RESERVED_POOL_IDS = /^(?:ApiAccess|Data|Ready|Resource|SecurityGroup(?:-.*)?)$/;

/** What clusters made here and clusters made elsewhere have in common: pools and the security groups of their zones. */
export abstract class ClusterBase extends Construct implements IKapsuleCluster {
  public abstract readonly clusterId: string;
  public abstract readonly region?: string;
  public abstract readonly kubeconfig: Kubeconfig;
  public readonly securityGroup: INodeSecurityRules;
  /** The pools that joined in this stack. */
  protected readonly pools: INodePool[] = [];
  private readonly dependencies: IConstruct[] = [];
  private uuid?: string;
  private readyMarker?: ClusterReady;

  constructor(scope: Construct, id: string, security: ClusterSecurityOptions | null | undefined) {
    super(scope, id);
    // Missing props are the subclass's to refuse: it knows which are required.
    const groups = new ClusterGroups(this, security ?? {});
    this.securityGroup = groups.rules;
    hostPools(this, {
      bindPool: (pool, zone, ownGroup) => {
        const group = ownGroup ?? groups.groupOf(pool, zone);
        return { group, waitFor: [...this.poolDependencies(), ...this.dependencies], isolated: this.isIsolated() };
      },
      poolJoined: (pool) => {
        this.pools.push(pool);
        orderEmptyPools(this.pools);
        this.readyMarker?.waitFor(pool);
      },
    });
    this.node.addValidation({
      validate: () => (this.pools.length === 0 ? [] : [...duplicateNames(this.pools), ...groups.lostRules()]),
    });
  }

  public get clusterUuid(): string {
    return (this.uuid ??= uuidOfId(this.clusterId));
  }

  public get ready(): ITerraformDependable {
    this.readyMarker ??= new ClusterReady(this, "Ready", [this, ...this.poolDependencies(), ...this.pools]);
    return this.readyMarker.resource;
  }

  public kubernetesProviderConfig(options?: ClusterAuthenticationOptions): KubernetesProviderConfig {
    return kubernetesProviderConfig(this, this.kubeconfig, options);
  }

  public helmProviderConfig(options?: ClusterAuthenticationOptions): HelmProviderConfig {
    return helmProviderConfig(this.kubernetesProviderConfig(options));
  }

  public addPool(id: string, options: NodePoolOptions): NodePool {
    this.checkPoolId(id);
    return new NodePool(this, id, { ...withDefaults(options, this.poolDefaults()), cluster: this });
  }

  public addPools<Z extends Zone>(id: string, options: ZonalPoolOptions<Z>): Readonly<Record<Z, NodePool>> {
    const { zones, name, ...shared } = checkZones(this, options);
    const pools = zones.map((zone) => {
      // Names must differ within a cluster.
      const own = name === undefined ? {} : { name: `${name}-${zone}` };
      return [zone, this.addPool(`${id}-${zone}`, { ...shared, ...own, zone })] as const;
    });
    return Object.fromEntries(pools) as Record<Z, NodePool>;
  }

  /** A pool's id is a part of its address, beside those of the cluster's own parts. */
  private checkPoolId(id: unknown): void {
    const taken = typeof id === "string" ? this.node.tryFindChild(id) : undefined;
    if (typeof id === "string" && id !== "" && taken === undefined && !RESERVED_POOL_IDS.test(id)) return;
    throw new InvalidPropertyError(this, {
      property: "pool id",
      value: id,
      requirement: "be a string that no other pool, and no part of the cluster, has",
      suggestion: 'Write, for example, addPool("workers", { … }).',
    });
  }

  /** Has every pool wait for something, whichever comes first. */
  protected haveAllWaitFor(construct: IConstruct): void {
    this.dependencies.push(construct);
    for (const pool of this.pools) pool.waitFor(construct);
  }

  /** Whether nodes have no public address unless their pool says otherwise. */
  protected isIsolated(): boolean {
    return false;
  }

  /** What pools have where they do not say otherwise. */
  protected poolDefaults(): Partial<NodePoolOptions> {
    return {};
  }

  /** What a pool of this cluster waits for, besides its security group. */
  protected poolDependencies(): IConstruct[] {
    return [];
  }
}

/** An option that is undefined is one that says nothing. */
function withDefaults(options: NodePoolOptions, defaults: Partial<NodePoolOptions>): NodePoolOptions {
  const given = Object.entries({ ...options } as Record<string, unknown>).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) } as NodePoolOptions;
}

function checkZones<T extends { readonly zones: readonly string[] }>(scope: IConstruct, options: T): T {
  const zones: unknown = (options as Partial<T> | null | undefined)?.zones;
  if (Array.isArray(zones) && zones.length > 0 && new Set(zones).size === zones.length) return options;
  throw new InvalidPropertyError(scope, {
    property: "zones",
    value: zones,
    requirement: "be a list that names each zone once, and at least one",
    suggestion: 'Write, for example, zones: ["fr-par-1", "fr-par-2"].',
  });
}

/** Scaleway refuses an empty pool in a cluster without nodes, so empty pools wait for one that has some. */
function orderEmptyPools(pools: readonly INodePool[]): void {
  const filled = pools
    .filter(({ size }) => isToken(size) || size > 0)
    .sort((a, b) => (a.node.path < b.node.path ? -1 : 1))
    .at(0);
  if (filled === undefined) return;
  for (const empty of pools.filter(({ size }) => size === 0)) empty.startAfter(filled);
}

function duplicateNames(pools: readonly INodePool[]): string[] {
  const byName = new Map<string, INodePool[]>();
  for (const pool of pools) {
    const name = resolvedString(pool, pool.name);
    byName.set(name, [...(byName.get(name) ?? []), pool]);
  }
  return [...byName]
    .filter(([, same]) => same.length > 1)
    .map(([name, same]) => {
      const paths = same.map((pool) => pool.node.path).join(" and ");
      return `name is "${name}" for both ${paths}; pool names must differ within a cluster. Rename one of them.`;
    });
}
