import { RdbDatabaseBackup } from "@cdktf/provider-scaleway/lib/rdb-database-backup";
import { RdbSnapshot } from "@cdktf/provider-scaleway/lib/rdb-snapshot";
import { Construct } from "constructs";

import {
  checkConstruct,
  checkName,
  checkProps,
  checkTime,
  defaultName,
  dependOn,
  lifecycleOf,
  type RemovalPolicy,
  SHAPES,
} from "../core";
import { attachGuard } from "../guard";
import type { Database } from "./database";
import type { IDatabaseInstance } from "./i-database-instance";

/** Options of a snapshot or backup. */
export interface DatabaseCopyOptions {
  /** @default - the construct's path, with hyphens */
  readonly name?: string | undefined;
  /** When Scaleway deletes it, as an RFC 3339 time such as `2027-01-01T00:00:00Z`. @default - never */
  readonly expiresAt?: string | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
}

/** Options of a backup of one database. */
export interface DatabaseBackupOptions extends DatabaseCopyOptions {
  /** The database, or its name. Immutable. */
  readonly database: Database | string;
}

/**
 * A snapshot of a whole instance, made once, when it is first applied.
 *
 * Source: `scaleway_rdb_snapshot`.
 */
export class DatabaseSnapshot extends Construct {
  /** The underlying resource, for what has no property here. */
  public readonly resource: RdbSnapshot;

  /** @throws InvalidPropertyError when an option is out of its bounds */
  constructor(scope: Construct, id: string, instance: IDatabaseInstance, options: DatabaseCopyOptions = {}) {
    super(scope, id);
    checkProps(this, options, SHAPES.DatabaseCopyOptions);
    const { name = defaultName(this), expiresAt, removalPolicy } = options;
    checkCopy(this, instance, name, expiresAt);
    this.resource = new RdbSnapshot(this, "Resource", {
      instanceId: instance.databaseInstanceId,
      name,
      expiresAt,
      region: instance.region,
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    dependOn(this.resource, instance);
  }

  /** Regional id of the snapshot. */
  public get snapshotId(): string {
    return this.resource.id;
  }
}

/**
 * A backup of one database, made once, when it is first applied; the automated ones are `backups` of the instance.
 *
 * Source: `scaleway_rdb_database_backup`.
 */
export class DatabaseBackup extends Construct {
  /** The underlying resource, for what has no property here. */
  public readonly resource: RdbDatabaseBackup;

  /** @throws InvalidPropertyError when an option is out of its bounds */
  constructor(scope: Construct, id: string, instance: IDatabaseInstance, options: DatabaseBackupOptions) {
    super(scope, id);
    checkProps(this, options, SHAPES.DatabaseBackupOptions);
    const { database, name = defaultName(this), expiresAt, removalPolicy } = options;
    if (typeof database !== "string") checkConstruct(this, "database", database, "name", '"app"');
    checkCopy(this, instance, name, expiresAt);
    this.resource = new RdbDatabaseBackup(this, "Resource", {
      instanceId: instance.databaseInstanceId,
      databaseName: typeof database === "string" ? database : database.resource.name,
      name,
      expiresAt,
      region: instance.region,
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    dependOn(this.resource, instance, ...(typeof database === "string" ? [] : [database]));
  }
}

function checkCopy(scope: Construct, instance: IDatabaseInstance, name: string, expiresAt: string | undefined): void {
  checkConstruct(scope, "instance", instance, "databaseInstanceId", "database");
  checkName(scope, "name", name);
  checkTime(scope, "expiresAt", expiresAt);
  attachGuard(scope);
}
