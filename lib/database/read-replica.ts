import { RdbReadReplica } from "@cdktf/provider-scaleway/lib/rdb-read-replica";
import { Construct } from "constructs";

import { checkConstruct, checkKnown, checkProps, dependOn, InvalidPropertyError, SHAPES } from "../core";
import { attachGuard, importAs } from "../guard";
import type { IPrivateNetwork } from "../network";
import { Endpoint } from "./endpoint";
import type { IDatabaseInstance } from "./i-database-instance";

/** Options of a read replica of a given instance. */
export interface ReadReplicaOptions {
  /** Whether it stands in the zone of the instance, with which it then goes down. Immutable. @default false */
  readonly sameZone?: boolean | undefined;
  /** The network of its endpoint. @default - the instance's */
  readonly network?: IPrivateNetwork | undefined;
  /** Whether it is reached from the internet, too. @default false */
  readonly publicEndpoint?: boolean | undefined;
  /** Id of one that exists, such as `fr-par/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/** Properties of a {@link ReadReplica}. */
export interface ReadReplicaProps extends ReadReplicaOptions {
  /** The instance whose data it has. Immutable. */
  readonly instance: IDatabaseInstance;
}

/**
 * A copy of a database instance to read from, reached on the Private Network.
 *
 * Source: `scaleway_rdb_read_replica`, whose own default is the same zone, and no endpoint at all.
 */
export class ReadReplica extends Construct {
  /** The underlying resource, for what has no property here. */
  public readonly resource: RdbReadReplica;
  private listening?: Endpoint;

  /** @throws InvalidPropertyError when no network is known, or a property is out of its bounds */
  constructor(scope: Construct, id: string, props: ReadReplicaProps) {
    super(scope, id);
    checkProps(this, props, SHAPES.ReadReplicaProps);
    const { instance, sameZone = false, publicEndpoint } = props;
    checkConstruct(this, "instance", instance, "databaseInstanceId", "database");
    checkKnown(this, "publicEndpoint", publicEndpoint);
    const network = props.network ?? instance.network;
    if (network === undefined) {
      throw new InvalidPropertyError(this, {
        property: "network",
        value: undefined,
        requirement: "be given for a replica of an instance made elsewhere: without an endpoint nobody reaches it",
        suggestion: "Add network to the options.",
      });
    }
    checkConstruct(this, "network", network, "privateNetworkId", "network");
    attachGuard(this);
    this.resource = new RdbReadReplica(this, "Resource", {
      instanceId: instance.databaseInstanceId,
      region: instance.region,
      sameZone,
      privateNetwork: { privateNetworkId: network.privateNetworkId, enableIpam: true },
      directAccess: publicEndpoint === true ? {} : undefined,
    });
    importAs(this.resource, props.importId);
    dependOn(this.resource, instance, network);
  }

  /** Where the replica listens on the Private Network. */
  public get endpoint(): Endpoint {
    const { hostname, ip, port } = this.resource.privateNetwork;
    return (this.listening ??= new Endpoint(hostname, ip, port));
  }
}
