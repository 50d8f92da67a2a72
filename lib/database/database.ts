import { RdbDatabase } from "@cdktf/provider-scaleway/lib/rdb-database";
import { Construct } from "constructs";

import { checkConstruct, checkName, checkProps, dependOn, lifecycleOf, type RemovalPolicy, SHAPES } from "../core";
import { attachGuard, importAs } from "../guard";
import type { IDatabaseInstance } from "./i-database-instance";

/** Options of a database in a given instance. */
export interface DatabaseOptions {
  /** Name of the database. Immutable. @default - the construct's id */
  readonly name?: string | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par/11111111-1111-1111-1111-111111111111/app`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/** Properties of a {@link Database}. */
export interface DatabaseProps extends DatabaseOptions {
  /** The instance that the database is in. Immutable. */
  readonly instance: IDatabaseInstance;
}

/**
 * A logical database in an instance.
 *
 * Source: `scaleway_rdb_database`.
 */
export class Database extends Construct {
  /** Name of the database. */
  public readonly name: string;
  /** The underlying resource, for what has no property here. */
  public readonly resource: RdbDatabase;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: DatabaseProps) {
    super(scope, id);
    checkProps(this, props, SHAPES.DatabaseProps);
    const { instance, name = id, removalPolicy } = props;
    checkConstruct(this, "instance", instance, "databaseInstanceId", "database");
    checkName(this, "name", name);
    attachGuard(this);
    this.name = name;
    this.resource = new RdbDatabase(this, "Resource", {
      instanceId: instance.databaseInstanceId,
      name,
      region: instance.region,
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
    dependOn(this.resource, instance);
  }
}
