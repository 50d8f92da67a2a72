import { RdbAcl } from "@cdktf/provider-scaleway/lib/rdb-acl";
import { Construct } from "constructs";

import { Cidr } from "../access";
import { checkName, dependOn, InvalidPropertyError, isToken, LateValue } from "../core";
import type { IDatabaseInstance } from "./i-database-instance";

interface Rule {
  readonly ip: string;
  readonly description?: string;
}

/**
 * The allow list of a public endpoint: one resource an instance, since it replaces all rules that there are.
 *
 * Source: `scaleway_rdb_acl`. IPv4 only; private endpoints are not filtered.
 */
export class DatabaseAccess extends Construct {
  private readonly rules: Rule[] = [];

  constructor(instance: Construct & IDatabaseInstance) {
    super(instance, "Access");
    const resource = new RdbAcl(this, "Resource", {
      instanceId: instance.databaseInstanceId,
      region: instance.region,
      aclRules: new LateValue(() => [...this.rules]),
    });
    dependOn(resource, instance);
  }

  /** @throws InvalidPropertyError when the block is malformed, or is there already */
  public allow(ip: string, description: string | undefined): void {
    if (!isToken(ip)) Cidr.parse(this, "allowFrom", ip);
    checkName(this, "description", description);
    if (this.rules.some((rule) => rule.ip === ip)) {
      throw new InvalidPropertyError(this, {
        property: "allowFrom",
        value: ip,
        requirement: "name each block once",
        suggestion: "Leave the second one out.",
      });
    }
    this.rules.push({ ip, ...(description === undefined ? {} : { description }) });
  }
}
