import { RdbInstance } from "@cdktf/provider-scaleway/lib/rdb-instance";
import { IResolvable } from "cdktf";
import { Construct, IConstruct } from "constructs";

import { checkProps } from "../core/check";
import { dependenciesOn } from "../core/dependencies";
import { Region } from "../core/locality";
import { lifecycleOf, RemovalPolicy } from "../core/removal-policy";
import { attachGuard } from "../guard/attach";
import { IPrivateNetwork } from "../network/private-network";
import { checkDatabaseInstance } from "./database-instance-checks";
import { Endpoint } from "./endpoint";

/** A managed database, made here or elsewhere. */
export interface IDatabaseInstance extends IConstruct {
  /** Regional id of the instance, such as `fr-par/11111111-1111-1111-1111-111111111111`. */
  readonly databaseInstanceId: string;
}

/** Storage of a database: local to its node and sized with it, or block storage of a size of its own. */
export type DatabaseVolume =
  | { readonly type: "lssd"; readonly sizeInGb?: undefined }
  | {
      /** Block storage with 5,000 or 15,000 operations a second. */
      readonly type: "sbs_5k" | "sbs_15k" | "bssd";
      /** A multiple of 5. @default - Scaleway's smallest */
      readonly sizeInGb?: number;
    };

/** When backups are made and how long they are kept. */
export interface DatabaseBackups {
  /** Hours between backups, 1 or more. @default - 24, by Scaleway */
  readonly frequencyInHours?: number;
  /** Days that a backup is kept, 1 to 365. @default - 7, by Scaleway */
  readonly retentionInDays?: number;
  /** Whether backups stay in the instance's region. @default - Scaleway's choice */
  readonly sameRegion?: boolean | IResolvable;
}

/** How long logs are kept. */
export interface DatabaseLogsPolicy {
  /** Days. @default - Scaleway's choice */
  readonly maxAgeRetention?: number;
  /** Bytes on disk. @default - Scaleway's choice */
  readonly totalDiskRetention?: number;
}

/** Properties of a {@link DatabaseInstance}. */
export interface DatabaseInstanceProps {
  /** The Private Network on which the database is reached. */
  readonly network: IPrivateNetwork;
  /** Engine and major version, such as `PostgreSQL-15`. Changing it copies the data to a new instance. */
  readonly engine: string;
  /** Node type, such as `DB-DEV-S`. */
  readonly nodeType: string;
  /**
   * Password of the first user: a reference to a variable or an ephemeral value, never a literal. It is write-only,
   * so that neither the state nor a plan holds it. Needs Terraform 1.11 or OpenTofu 1.11.
   */
  readonly password: string;
  /** Raise it to send a changed password, since Terraform cannot see that it changed. @default 1 */
  readonly passwordVersion?: number;
  /** Name of the first user. Immutable. @default - Scaleway's choice */
  readonly userName?: string;
  /** @default - Scaleway makes up a name */
  readonly name?: string;
  /** @default - local storage */
  readonly volume?: DatabaseVolume;
  /** Whether a second node takes over when the first fails. @default false */
  readonly highAvailability?: boolean | IResolvable;
  /** Automated backups, or `false` for none. @default - every day, kept for a week */
  readonly backups?: DatabaseBackups | false;
  /** @default - Scaleway's choice */
  readonly logsPolicy?: DatabaseLogsPolicy;
  /** Engine settings of the running instance. @default - Scaleway's choice */
  readonly settings?: Record<string, string>;
  /** Engine settings at initialization. Immutable. @default - none */
  readonly initSettings?: Record<string, string>;
  /** Whether the data on disk is encrypted. It cannot be turned off again. @default false */
  readonly encryptionAtRest?: boolean | IResolvable;
  /** Whether the database is reached from the internet, too. @default false */
  readonly publicEndpoint?: boolean;
  /** Port of the private endpoint. @default - the engine's own */
  readonly port?: number;
  /** @default - the provider's region */
  readonly region?: Region;
  /** @default - the provider's project */
  readonly projectId?: string;
  /** @default - no tags */
  readonly tags?: string[];
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy;
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

  public readonly databaseInstanceId: string;
  /** Where the database listens on the Private Network. */
  public readonly endpoint: Endpoint;
  /** Certificate of the database, PEM. */
  public readonly certificate: string;
  /** The underlying resource, for what has no property here. */
  public readonly resource: RdbInstance;

  /** @throws InvalidPropertyError when a property is out of its bounds, or the password is a literal */
  constructor(scope: Construct, id: string, props: DatabaseInstanceProps) {
    super(scope, id);
    checkDatabaseInstance(this, props);
    attachGuard(this);
    this.resource = this.makeResource(props);
    this.databaseInstanceId = this.resource.id;
    this.certificate = this.resource.certificate;
    const { hostname, ip, port } = this.resource.privateNetwork;
    this.endpoint = new Endpoint(hostname, ip, port);
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
      tags: props.tags,
      // Without IPAM the endpoint would be a static address outside the VPC's routing and DNS.
      privateNetwork: { pnId: network.privateNetworkId, enableIpam: true, port: props.port },
      loadBalancer: props.publicEndpoint === true ? {} : undefined,
      dependsOn: dependenciesOn(this, network),
      lifecycle: lifecycleOf(this, removalPolicy),
    });
  }
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
    checkProps(this, { databaseInstanceId }, ["databaseInstanceId"]);
  }
}
