import { RdbInstance } from "@cdktf/provider-scaleway/lib/rdb-instance";
import { Construct, type IConstruct } from "constructs";

import { copyOf } from "../core/copy-of";
import { dependOn } from "../core/dependencies";
import { checkProps } from "../core/props";
import { lifecycleOf } from "../core/removal-policy";
import { attachGuard } from "../guard/attach";
import { checkDatabaseInstance } from "./database-instance-checks";
import type { DatabaseBackups, DatabaseInstanceProps } from "./database-instance-props";
import { Endpoint } from "./endpoint";

/** A managed database, made here or elsewhere. */
export interface IDatabaseInstance extends IConstruct {
  /** Regional id of the instance, such as `fr-par/11111111-1111-1111-1111-111111111111`. */
  readonly databaseInstanceId: string;
}

/**
 * A managed PostgreSQL or MySQL that is reached on the Private Network only, unless a public endpoint is asked for.
 *
 * Source: `scaleway_rdb_instance`; "Are Managed Databases compatible with Kubernetes Kapsule on Private Network?".
 */
export class DatabaseInstance extends Construct implements IDatabaseInstance {
  /** Refers to a database that is not made in this stack. */
  public static fromDatabaseInstanceId(scope: Construct, id: string, databaseInstanceId: string): IDatabaseInstance {
    return new ImportedDatabaseInstance(scope, id, databaseInstanceId);
  }

  /** The underlying resource, for what has no property here. */
  public readonly resource: RdbInstance;
  private readonly made: { id?: string; endpoint?: Endpoint; certificate?: string } = {};

  /** @throws InvalidPropertyError when a property is out of its bounds, or the password is a literal */
  constructor(scope: Construct, id: string, props: DatabaseInstanceProps) {
    super(scope, id);
    checkDatabaseInstance(this, props);
    attachGuard(this);
    this.resource = this.makeResource(props);
    dependOn(this.resource, props.network);
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

  private makeResource(props: DatabaseInstanceProps): RdbInstance {
    const { network, volume, backups, removalPolicy } = props;
    return new RdbInstance(this, "Resource", {
      name: props.name,
      engine: props.engine,
      nodeType: props.nodeType,
      userName: props.userName,
      passwordWo: props.password,
      passwordWoVersion: props.passwordVersion ?? 1,
      isHaCluster: props.highAvailability,
      volumeType: volume?.type,
      volumeSizeInGb: volume?.sizeInGb,
      ...(backups === false ? { disableBackup: true } : backupAttributes(backups)),
      logsPolicy: props.logsPolicy,
      settings: props.settings,
      initSettings: props.initSettings,
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

class ImportedDatabaseInstance extends Construct implements IDatabaseInstance {
  constructor(
    scope: Construct,
    id: string,
    public readonly databaseInstanceId: string,
  ) {
    super(scope, id);
    checkProps(
      this,
      { databaseInstanceId },
      { types: { databaseInstanceId: "text" }, required: ["databaseInstanceId"] },
    );
  }
}
