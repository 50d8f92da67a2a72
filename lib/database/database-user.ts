import { RdbPrivilege } from "@cdktf/provider-scaleway/lib/rdb-privilege";
import { RdbUser } from "@cdktf/provider-scaleway/lib/rdb-user";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";

import {
  checkConstruct,
  checkInteger,
  checkName,
  checkOneOf,
  checkProps,
  dependOn,
  InvalidPropertyError,
  SHAPES,
} from "../core";
import { attachGuard, importAs } from "../guard";
import { checkSecretReference } from "../secret";
import { Database } from "./database";
import { inTurn } from "./grant-order";
import type { IDatabaseInstance } from "./i-database-instance";

/** What a user may do in a database; `custom` is what the API calls anything else, and cannot be granted. */
export const DATABASE_PERMISSIONS = ["readonly", "readwrite", "all", "none"] as const;
/** What a user may do in a database. */
export type DatabasePermission = (typeof DATABASE_PERMISSIONS)[number];

/** Options of a user of a given instance. */
export interface DatabaseUserOptions {
  /** A reference to a variable or an ephemeral value, never a literal. Write-only: neither the state nor a plan holds it. */
  readonly password: string;
  /** Raise it to send a changed password, since Terraform cannot see that it changed. @default 1 */
  readonly passwordVersion?: number | undefined;
  /** Name of the user. Immutable. @default - the construct's id */
  readonly name?: string | undefined;
  /** Whether the user may do everything in every database. @default false */
  readonly admin?: boolean | IResolvable | undefined;
  /** Id of one that exists, such as `fr-par/11111111-1111-1111-1111-111111111111/app`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/** Properties of a {@link DatabaseUser}. */
export interface DatabaseUserProps extends DatabaseUserOptions {
  /** The instance that the user is of. Immutable. */
  readonly instance: IDatabaseInstance;
}

/**
 * A user of a database instance.
 *
 * Source: `scaleway_rdb_user`, `scaleway_rdb_privilege`.
 */
export class DatabaseUser extends Construct {
  /** Name of the user. */
  public readonly name: string;
  /** The underlying resource, for what has no property here. */
  public readonly resource: RdbUser;
  private readonly instance: IDatabaseInstance;

  /** @throws InvalidPropertyError when a property is out of its bounds, or the password is a literal */
  constructor(scope: Construct, id: string, props: DatabaseUserProps) {
    super(scope, id);
    checkProps(this, props, SHAPES.DatabaseUserProps);
    const { instance, name = id, password, passwordVersion = 1, admin = false } = props;
    checkConstruct(this, "instance", instance, "databaseInstanceId", "database");
    checkName(this, "name", name);
    checkSecretReference(this, "password", password);
    checkInteger(this, "passwordVersion", passwordVersion, { min: 1 });
    attachGuard(this);
    this.name = name;
    this.instance = instance;
    this.resource = new RdbUser(this, "Resource", {
      instanceId: instance.databaseInstanceId,
      name,
      passwordWo: password,
      passwordWoVersion: passwordVersion,
      isAdmin: admin,
      region: instance.region,
    });
    importAs(this.resource, props.importId);
    dependOn(this.resource, instance);
  }

  /**
   * Lets the user into a database.
   *
   * @throws InvalidPropertyError for what is no permission or no database, and for a second grant in one database
   */
  public grant(database: Database | string, permission: DatabasePermission): void {
    checkOneOf(this, "permission", permission, DATABASE_PERMISSIONS);
    const known: unknown = database;
    if (!(known instanceof Database) && typeof known !== "string") {
      throw new InvalidPropertyError(this, {
        property: "grant",
        value: known,
        requirement: "take a database or the name of one",
        suggestion: 'Write, for example, user.grant(database.addDatabase("app"), "readwrite").',
      });
    }
    const name = typeof database === "string" ? database : database.name;
    checkName(this, "grant", name);
    if (this.node.tryFindChild(`Grant-${name}`) !== undefined) {
      throw new InvalidPropertyError(this, {
        property: "grant",
        value: name,
        requirement: "name each database once: a second privilege would overwrite the first",
        suggestion: "Keep one of the two grants.",
      });
    }
    const scope = new Construct(this, `Grant-${name}`);
    const privilege = new RdbPrivilege(scope, "Resource", {
      instanceId: this.instance.databaseInstanceId,
      userName: this.resource.name,
      databaseName: typeof database === "string" ? database : database.resource.name,
      permission,
      // The provider does not take it from the instance's id.
      region: this.instance.region,
    });
    dependOn(privilege, this, ...(typeof database === "string" ? [] : [database]), ...inTurn(this.instance, scope));
  }
}
