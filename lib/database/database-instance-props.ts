import type { IResolvable } from "cdktf";
import type { DatabaseNodeType } from "kapsule-guard/provider";

import type { Region, RemovalPolicy } from "../core";
import type { IPrivateNetwork } from "../network";
import type { DatabaseSnapshot } from "./database-copies";

export type { DatabaseNodeType } from "kapsule-guard/provider";

/** Engines of managed databases, as the first part of {@link DatabaseInstanceProps.engine} names them. */
export const DATABASE_ENGINES = ["PostgreSQL", "MySQL"] as const;
/** Engine of a managed database, without its version. */
export type DatabaseEngine = (typeof DATABASE_ENGINES)[number];

/** Types of block storage for databases: `sbs_5k` and `sbs_15k` do 5,000 and 15,000 operations a second. */
export const BLOCK_VOLUME_TYPES = ["bssd", "sbs_5k", "sbs_15k"] as const;
/** Type of block storage for databases. */
export type BlockVolumeType = (typeof BLOCK_VOLUME_TYPES)[number];

/** Types of storage for databases: `lssd` is local to the node and sized with it, the others are block storage. */
export const DATABASE_VOLUME_TYPES = ["lssd", ...BLOCK_VOLUME_TYPES] as const;
/** Type of storage for databases. */
export type DatabaseVolumeType = (typeof DATABASE_VOLUME_TYPES)[number];

/** Storage of a database: local to its node and sized with it, or block storage of a size of its own. */
export type DatabaseVolume =
  | { readonly type: "lssd"; readonly sizeInGb?: undefined }
  | {
      /** Block storage with 5,000 or 15,000 operations a second. */
      readonly type: BlockVolumeType;
      /** A multiple of 5. @default - Scaleway's smallest */
      readonly sizeInGb?: number | undefined;
    };

/** When backups are made and how long they are kept. */
export interface DatabaseBackups {
  /** Hours between backups, 1 or more. @default - 24, by Scaleway */
  readonly frequencyInHours?: number | undefined;
  /** Days that a backup is kept, 1 to 365. @default - 7, by Scaleway */
  readonly retentionInDays?: number | undefined;
  /** Whether backups stay in the instance's region. @default - Scaleway's choice */
  readonly sameRegion?: boolean | IResolvable | undefined;
}

/** How long logs are kept. */
export interface DatabaseLogsPolicy {
  /** Days. @default - Scaleway's choice */
  readonly maxAgeInDays?: number | undefined;
  /** Bytes on disk. @default - Scaleway's choice */
  readonly maxSizeInBytes?: number | undefined;
}

/** What a new {@link DatabaseInstance} and one that is restored from a snapshot have in common. */
export interface DatabaseInstanceOptions {
  /** The Private Network on which the database is reached. */
  readonly network: IPrivateNetwork;
  /** Node type, such as `DB-DEV-S`. */
  readonly nodeType: DatabaseNodeType;
  /** @default - Scaleway makes up a name */
  readonly name?: string | undefined;
  /** @default - local storage */
  readonly volume?: DatabaseVolume | undefined;
  /** Whether a second node takes over when the first fails. @default false */
  readonly highAvailability?: boolean | IResolvable | undefined;
  /** Automated backups, or `false` for none. @default - every day, kept for a week */
  readonly backups?: DatabaseBackups | false | undefined;
  /** @default - Scaleway's choice */
  readonly logsPolicy?: DatabaseLogsPolicy | undefined;
  /** Engine settings of the running instance. @default - Scaleway's choice */
  readonly settings?: Record<string, string> | undefined;
  /** Whether the data on disk is encrypted. It cannot be turned off again. @default false */
  readonly encryptionAtRest?: boolean | IResolvable | undefined;
  /** Whether the database is reached from the internet, too. @default false */
  readonly publicEndpoint?: boolean | undefined;
  /** Port of the private endpoint. @default - the engine's own */
  readonly port?: number | undefined;
  /** @default - the provider's region */
  readonly region?: Region | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
}

/** Properties of a {@link DatabaseInstance}. */
export interface DatabaseInstanceProps extends DatabaseInstanceOptions {
  /** Engine and major version, such as `PostgreSQL-15`. Changing it copies the data to a new instance. */
  readonly engine: string;
  /**
   * Password of the first user: a reference to a variable or an ephemeral value, never a literal. It is write-only,
   * so that neither the state nor a plan holds it. Needs Terraform 1.11 or OpenTofu 1.11.
   *
   * `false` sends none: for an instance that is imported, whose password an import would set anew otherwise.
   */
  readonly password: string | false;
  /** Raise it to send a changed password, since Terraform cannot see that it changed. @default 1 */
  readonly passwordVersion?: number | undefined;
  /** Name of the first user. Immutable. @default - Scaleway's choice */
  readonly userName?: string | undefined;
  /** Engine settings at initialization. Immutable. @default - none */
  readonly initSettings?: Record<string, string> | undefined;
  /** Id of one that exists, such as `fr-par/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/**
 * Properties of a {@link DatabaseInstance} that is restored from a snapshot, with the engine, the users and the passwords that
 * are in it. State its `volume` and `encryptionAtRest` as the instance had them of which the snapshot was taken: they are in the
 * snapshot, and the next plan would change them to what is configured here.
 */
export interface RestoredDatabaseInstanceProps extends DatabaseInstanceOptions {
  /** The snapshot, or its regional id. Immutable. */
  readonly snapshot: DatabaseSnapshot | string;
}
