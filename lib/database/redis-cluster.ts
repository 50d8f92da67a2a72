import { RedisCluster as RedisClusterResource } from "@cdktf/provider-scaleway/lib/redis-cluster";
import { Construct } from "constructs";
import type { RedisNodeType } from "kapsule-guard/provider";

import { checkInteger, checkZone, dependOn, InvalidPropertyError, SHAPES, type Zone } from "../core";
import { attachGuard, importAs } from "../guard";
import type { IPrivateNetwork } from "../network";
import { checkNetworkedDatabase, networkedDatabaseArguments, type NetworkedDatabaseProps } from "./networked-database";

export type { RedisNodeType } from "kapsule-guard/provider";

/** Properties of a {@link RedisCluster}. */
export interface RedisClusterProps extends NetworkedDatabaseProps {
  /** The network on which it is reached, and nowhere else. With several nodes it cannot change. */
  readonly network: IPrivateNetwork;
  /** Version, such as `7.2.4`. It only goes up. */
  readonly version: string;
  /** Node type, such as `RED1-MICRO`. It only goes up. */
  readonly nodeType: RedisNodeType;
  /** One node, two (a standby beside it), or three and more (a cluster). A smaller size, or going from one or two nodes to three or more, replaces it. @default 1 */
  readonly size?: number | undefined;
  /** Whether connections are encrypted. Immutable. @default true */
  readonly tls?: boolean | undefined;
  /** Immutable. @default - the provider's zone */
  readonly zone?: Zone | undefined;
  /** Id of one that exists, such as `fr-par-1/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/**
 * A managed Redis on the Private Network, with TLS. Without a network Scaleway would give it a public endpoint.
 *
 * Source: `scaleway_redis_cluster`.
 */
export class RedisCluster extends Construct {
  /** The underlying resource, for what has no property here. */
  public readonly resource: RedisClusterResource;

  /** @throws InvalidPropertyError when a property is out of its bounds, or the password is a literal */
  constructor(scope: Construct, id: string, props: RedisClusterProps) {
    super(scope, id);
    checkNetworkedDatabase(this, props, SHAPES.RedisClusterProps);
    checkVersion(this, props.version);
    checkInteger(this, "size", props.size, { min: 1, unit: "nodes" });
    checkZone(this, props.zone, props.network.region);
    attachGuard(this);
    const { network, size, tls = true, zone } = props;
    this.resource = new RedisClusterResource(this, "Resource", {
      ...networkedDatabaseArguments(this, props),
      clusterSize: size,
      tlsEnabled: tls,
      zone,
      privateNetwork: [{ id: network.privateNetworkId }],
    });
    importAs(this.resource, props.importId);
    dependOn(this.resource, network);
  }

  /** Zonal id of the cluster. */
  public get redisClusterId(): string {
    return this.resource.id;
  }

  /** Certificate of the cluster, PEM. */
  public get certificate(): string {
    return this.resource.certificate;
  }
}

function checkVersion(scope: Construct, version: string): void {
  if (!/^\d/.test(version) || /^\d+\.\d+\.\d+$/.test(version)) return;
  throw new InvalidPropertyError(scope, {
    property: "version",
    value: version,
    requirement: "name a patch release x.y.z",
    suggestion: 'Write, for example, version: "7.2.4".',
  });
}
