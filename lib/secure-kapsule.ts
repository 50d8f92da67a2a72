import { Construct } from "constructs";

import type { ApiAccess } from "./access";
import {
  type ClusterVersion,
  KapsuleCluster,
  type KapsuleClusterOptions,
  type NodePool,
  type NodePoolOptions,
} from "./cluster";
import {
  checkConstruct,
  checkProps,
  checkRemovalPolicy,
  InvalidPropertyError,
  type RemovalPolicy,
  SHAPES,
} from "./core";
import { DatabaseInstance, type DatabaseInstanceProps } from "./database";
import type { IPrivateNetwork } from "./network";
import { PrivateNetwork, type PrivateNetworkProps } from "./vpc";

/** Properties of a {@link SecureKapsule}, whose pools have these ids. */
export interface SecureKapsuleProps<PoolId extends string = string> {
  /** A network that exists, or the properties of one to make. @default - a new one, whose /22 Scaleway picks */
  readonly network?: IPrivateNetwork | PrivateNetworkProps | undefined;
  /** The cluster. It is attached to the network. */
  readonly cluster: Omit<KapsuleClusterOptions, "network" | "apiAccess"> & {
    /** Who may reach the Kubernetes API; for everybody, say ApiAccess.fromAnywhere(). */
    readonly apiAccess: ApiAccess;
  } & ClusterVersion;
  /** Node pools by their id. At least one. */
  readonly pools: Readonly<Record<PoolId, NodePoolOptions>>;
  /** A database on the same network. @default - none */
  readonly database?: Omit<DatabaseInstanceProps, "network"> | undefined;
  /** For whatever here states none of its own. @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
}

const NO_ACCESS = {
  property: "cluster.apiAccess",
  value: undefined,
  requirement: "say who may reach the Kubernetes API, which is open to the whole internet otherwise",
  suggestion: 'Write apiAccess: ApiAccess.from("203.0.113.0/24"), or ApiAccess.fromAnywhere().',
};

/**
 * The documented secure cluster in one construct: Private Network, then cluster, then security group, then pools, and
 * a database whose only endpoint is on the network.
 *
 * Source: "Securing a cluster with a regional Private Network".
 */
export class SecureKapsule<PoolId extends string = string> extends Construct {
  /** The network that everything is on. */
  public readonly network: IPrivateNetwork;
  /** The cluster. */
  public readonly cluster: KapsuleCluster;
  /** The pools by their id: `platform.pools.system` is there where `pools: { system: … }` was given. */
  public readonly pools: Readonly<Record<PoolId, NodePool>>;
  /** The database, where one was asked for. */
  public readonly database?: DatabaseInstance;

  /** @throws InvalidPropertyError when a property of any part is out of its bounds, or there is no pool */
  constructor(scope: Construct, id: string, props: SecureKapsuleProps<PoolId>) {
    super(scope, id);
    checkProps(this, props, SHAPES.SecureKapsuleProps);
    const { network, cluster, pools, database, removalPolicy } = props;
    if (Array.isArray(pools) || Object.keys(pools).length === 0) {
      throw new InvalidPropertyError(this, {
        property: "pools",
        value: pools,
        requirement: "be an object, and have at least one pool, by its id",
        suggestion: 'Write, for example, pools: { default: { nodeType: "DEV1-M", size: 1 } }.',
      });
    }
    if (network !== undefined && typeof network !== "object") {
      checkConstruct(
        this,
        "network",
        network,
        "privateNetworkId",
        'PrivateNetwork.fromPrivateNetworkId(this, "network", "fr-par/…")',
      );
    }
    checkRemovalPolicy(this, removalPolicy);
    if ((cluster as { apiAccess?: unknown }).apiAccess === undefined) throw new InvalidPropertyError(this, NO_ACCESS);
    const policyOf = (part: { removalPolicy?: RemovalPolicy | undefined } = {}) =>
      part.removalPolicy === undefined ? { removalPolicy } : {};
    if (network !== undefined && !isNetwork(network))
      checkProps(this, network, { ...SHAPES.PrivateNetworkProps, within: "network" });
    this.network = isNetwork(network)
      ? network
      : new PrivateNetwork(this, "network", { ...network, ...policyOf(network) });
    this.cluster = new KapsuleCluster(this, "cluster", { ...cluster, ...policyOf(cluster), network: this.network });
    const made = Object.entries<NodePoolOptions>(pools).map(([poolId, options]) => [
      poolId,
      this.cluster.addPool(poolId, options),
    ]);
    this.pools = Object.fromEntries(made) as Record<PoolId, NodePool>;
    if (database !== undefined) {
      this.database = new DatabaseInstance(this, "database", {
        ...database,
        ...policyOf(database),
        network: this.network,
      });
    }
  }
}

function isNetwork(network: IPrivateNetwork | PrivateNetworkProps | undefined): network is IPrivateNetwork {
  return network !== undefined && Construct.isConstruct(network);
}
