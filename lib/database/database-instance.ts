import { RdbInstance } from "@cdktf/provider-scaleway/lib/rdb-instance";
import type { Construct } from "constructs";

import { checkProps, copyOf, dependOn, lifecycleOf, regionOfId, type RemovalPolicy } from "../core";
import { attachGuard, importAs } from "../guard";
import type { IPrivateNetwork } from "../network";
import { DatabaseBase } from "./database-base";
import { checkDatabaseInstance } from "./database-instance-checks";
import type {
  DatabaseBackups,
  DatabaseInstanceOptions,
  DatabaseInstanceProps,
  RestoredDatabaseInstanceProps,
} from "./database-instance-props";
import { type DatabaseOrigin, originOf, snapshotOf } from "./database-origin";
import { Endpoint } from "./endpoint";
import { attachPrivateEndpoint, type PrivateEndpointOptions } from "./private-endpoint";

/**
 * A managed PostgreSQL or MySQL that is reached on the Private Network only, unless a public endpoint is asked for.
 *
 * Source: `scaleway_rdb_instance`; "Are Managed Databases compatible with Kubernetes Kapsule on Private Network?".
 *
 * @example
 * ```typescript
 * const orders = new DatabaseInstance(stack, "orders", {
 *   network,
 *   engine: "PostgreSQL-16",
 *   nodeType: "DB-GP-XS",
 *   highAvailability: true,
 *   password,
 * });
 * orders.addUser("app", { password }).grant(orders.addDatabase("orders"), "readwrite");
 * ```
 */
export class DatabaseInstance extends DatabaseBase {
  /** Refers to an instance that is not made in this stack. Databases, users and replicas can be added to it. */
  public static fromDatabaseInstanceId(scope: Construct, id: string, databaseInstanceId: string): DatabaseBase {
    return new ImportedDatabaseInstance(scope, id, databaseInstanceId);
  }

  /**
   * Restores a snapshot into a new instance, whose engine, users and passwords are those in the snapshot. While it is made, the
   * provider opens a public endpoint and closes it again, unless `publicEndpoint: true` keeps it (provider issue 3714).
   *
   * @throws InvalidPropertyError when a property is out of its bounds
   */
  public static fromSnapshot(scope: Construct, id: string, props: RestoredDatabaseInstanceProps): DatabaseInstance {
    return new DatabaseInstance(scope, id, props);
  }

  /** Gives a database of L1 an endpoint on a Private Network, see {@link attachPrivateEndpoint}. */
  public static attachPrivateEndpoint(instance: RdbInstance, options: PrivateEndpointOptions): Endpoint {
    return attachPrivateEndpoint(instance, options);
  }

  public readonly region?: string;
  public readonly network: IPrivateNetwork;
  public readonly publicEndpoint: boolean;
  /** The underlying resource, for what has no property here. */
  public readonly resource: RdbInstance;
  /** What happens when the instance would be destroyed. */
  protected readonly removalPolicy: RemovalPolicy | undefined;
  private readonly made: { id?: string; endpoint?: Endpoint; certificate?: string } = {};

  /** @throws InvalidPropertyError when a property is out of its bounds, or the password is a literal */
  constructor(scope: Construct, id: string, props: DatabaseInstanceProps | RestoredDatabaseInstanceProps) {
    super(scope, id);
    checkDatabaseInstance(this, props);
    attachGuard(this);
    this.region = props.region;
    this.network = props.network;
    this.publicEndpoint = props.publicEndpoint === true;
    this.removalPolicy = props.removalPolicy;
    this.resource = this.makeResource(props, originOf(props));
    importAs(this.resource, "importId" in props ? props.importId : undefined);
    dependOn(this.resource, props.network, ...snapshotOf(props));
  }

  public get databaseInstanceId(): string {
    return (this.made.id ??= this.resource.id);
  }

  /** Where the database listens on the Private Network. */
  public get endpoint(): Endpoint {
    return (this.made.endpoint ??= endpointOf(this.resource));
  }

  /** Certificate of the database, PEM. */
  public get certificate(): string {
    return (this.made.certificate ??= this.resource.certificate);
  }

  private makeResource(props: DatabaseInstanceOptions, origin: DatabaseOrigin): RdbInstance {
    const { network, volume, backups, removalPolicy } = props;
    return new RdbInstance(this, "Resource", {
      name: props.name,
      nodeType: props.nodeType,
      ...origin,
      isHaCluster: props.highAvailability,
      volumeType: volume?.type,
      volumeSizeInGb: volume?.sizeInGb,
      ...(backups === false ? { disableBackup: true } : backupAttributes(backups)),
      logsPolicy: props.logsPolicy && {
        maxAgeRetention: props.logsPolicy.maxAgeInDays,
        totalDiskRetention: props.logsPolicy.maxSizeInBytes,
      },
      settings: props.settings,
      encryptionAtRest: props.encryptionAtRest,
      region: props.region,
      projectId: props.projectId,
      tags: copyOf(props.tags),
      // Without IPAM the endpoint would be a static address outside the VPC's routing and DNS.
      privateNetwork: { pnId: network.privateNetworkId, enableIpam: true, port: props.port },
      loadBalancer: props.publicEndpoint === true ? {} : undefined,
      lifecycle: lifecycleOf(this, removalPolicy),
    });
  }
}

function endpointOf({ privateNetwork: { hostname, ip, port } }: RdbInstance): Endpoint {
  return new Endpoint(hostname, ip, port);
}

function backupAttributes(backups: DatabaseBackups = {}) {
  return {
    backupScheduleFrequency: backups.frequencyInHours,
    backupScheduleRetention: backups.retentionInDays,
    backupSameRegion: backups.sameRegion,
  };
}

class ImportedDatabaseInstance extends DatabaseBase {
  public readonly region?: string;
  public readonly network = undefined;
  public readonly publicEndpoint = undefined;
  protected readonly removalPolicy = undefined;

  constructor(
    scope: Construct,
    id: string,
    public readonly databaseInstanceId: string,
  ) {
    super(scope, id);
    checkProps(
      this,
      { databaseInstanceId },
      { types: { databaseInstanceId: "string" }, required: ["databaseInstanceId"] },
    );
    this.region = regionOfId(databaseInstanceId);
  }
}
