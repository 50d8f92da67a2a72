import { Construct } from "constructs";
import { isJsonObject } from "kapsule-guard/terraform";

import { InvalidPropertyError, type RemovalPolicy, scopeOf } from "../core";
import type { IPrivateNetwork } from "../network";
import { Database, type DatabaseOptions } from "./database";
import { DatabaseAccess } from "./database-access";
import {
  DatabaseBackup,
  type DatabaseBackupOptions,
  type DatabaseCopyOptions,
  DatabaseSnapshot,
} from "./database-copies";
import { DatabaseUser, type DatabaseUserOptions } from "./database-user";
import type { IDatabaseInstance } from "./i-database-instance";
import { ReadReplica, type ReadReplicaOptions } from "./read-replica";

/** What instances made here and instances made elsewhere have in common: what lives in them. */
export abstract class DatabaseBase extends Construct implements IDatabaseInstance {
  public abstract readonly databaseInstanceId: string;
  public abstract readonly region?: string;
  public abstract readonly network?: IPrivateNetwork;
  public abstract readonly publicEndpoint?: boolean;
  /** What happens when the instance would be destroyed. */
  protected abstract readonly removalPolicy?: RemovalPolicy | undefined;
  private access?: DatabaseAccess;

  /** Adds a logical database, named like its id unless told otherwise. */
  public addDatabase(id: string, options: DatabaseOptions = {}): Database {
    return new Database(scopeOf(this, "Databases"), id, { ...this.like(options), instance: this });
  }

  /** Adds a user, named like its id unless told otherwise. */
  public addUser(id: string, options: DatabaseUserOptions): DatabaseUser {
    return new DatabaseUser(scopeOf(this, "Users"), id, { ...options, instance: this });
  }

  /** Adds a read replica on the instance's network, in another zone. */
  public addReadReplica(id: string, options: ReadReplicaOptions = {}): ReadReplica {
    return new ReadReplica(scopeOf(this, "Replicas"), id, { ...options, instance: this });
  }

  /** Makes a snapshot of the instance, once. */
  public addSnapshot(id: string, options: DatabaseCopyOptions = {}): DatabaseSnapshot {
    return new DatabaseSnapshot(scopeOf(this, "Snapshots"), id, this, this.like(options));
  }

  /** Makes a backup of one of its databases, once. */
  public addBackup(id: string, options: DatabaseBackupOptions): DatabaseBackup {
    return new DatabaseBackup(scopeOf(this, "Backups"), id, this, this.like(options));
  }

  /** What is in an instance is protected as the instance is, unless it says otherwise. */
  private like<T extends { readonly removalPolicy?: RemovalPolicy | undefined }>(options: T): T {
    // Plain JavaScript may give something else, which the construct itself refuses.
    return (options as T | null | undefined)?.removalPolicy === undefined &&
      this.removalPolicy !== undefined &&
      isJsonObject(options)
      ? { ...options, removalPolicy: this.removalPolicy }
      : options;
  }

  /**
   * Lets an IPv4 block reach the public endpoint; without any, the whole internet does.
   *
   * @throws InvalidPropertyError for a malformed block, and where there is no public endpoint: private ones are not filtered
   */
  public allowFrom(cidr: string, description?: string): void {
    if (this.publicEndpoint === false) {
      throw new InvalidPropertyError(this, {
        property: "allowFrom",
        value: cidr,
        requirement: "be left out without a public endpoint: allow lists do not filter private endpoints",
        suggestion: "Leave it out, or set publicEndpoint: true.",
      });
    }
    this.access ??= new DatabaseAccess(this);
    this.access.allow(cidr, description);
  }
}
