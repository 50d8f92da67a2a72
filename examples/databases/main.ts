import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { DatabaseInstance, MongoDbInstance, PrivateNetwork, RedisCluster, Secret } from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

/** Made, with its first version, before this stack. */
const SHOP_SECRET = "fr-par/11111111-1111-1111-1111-111111111111";

/** A PostgreSQL with databases, users and a replica, a MySQL, a Redis and a MongoDB, on one network and without public endpoints. */
export class DatabasesStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    const secret = (name: string) => new TerraformVariable(this, name, { type: "string", sensitive: true }).stringValue;
    const password = secret("database_password");
    // Read from Secret Manager while Terraform runs: it is in no state, no plan and no variable.
    const shopSecret = Secret.fromSecretId(this, "shop-secret", SHOP_SECRET);
    const shopPassword = shopSecret.ephemeralValue();
    const network = new PrivateNetwork(this, "network", { subnet: "172.16.0.0/22", region: "fr-par" });

    const postgres = new DatabaseInstance(this, "postgres", {
      network,
      engine: "PostgreSQL-16",
      nodeType: "DB-GP-XS",
      region: "fr-par",
      highAvailability: true,
      encryptionAtRest: true,
      password,
      volume: { type: "sbs_5k", sizeInGb: 50 },
      settings: { max_connections: "200", work_mem: "4" },
    });
    const app = postgres.addDatabase("app");
    const reports = postgres.addDatabase("reports");
    const writer = postgres.addUser("app-writer", { password });
    writer.grant(app, "readwrite");
    const reader = postgres.addUser("reader", { password });
    reader.grant(app, "readonly");
    reader.grant(reports, "readonly");
    const replica = postgres.addReadReplica("replica");

    const mysql = new DatabaseInstance(this, "mysql", {
      network,
      engine: "MySQL-8",
      nodeType: "DB-DEV-S",
      region: "fr-par",
      password: shopPassword,
      initSettings: { lower_case_table_names: "1" },
    });
    mysql.addUser("shop", { password: shopPassword }).grant(mysql.addDatabase("shop"), "all");

    new RedisCluster(this, "cache", { network, version: "7.2.4", nodeType: "RED1-MICRO", password });
    new MongoDbInstance(this, "documents", {
      network,
      version: "7.0",
      nodeType: "MGDB-PLAY2-NANO",
      password,
      region: "fr-par",
    });

    new TerraformOutput(this, "postgres_host", { value: postgres.endpoint.host });
    new TerraformOutput(this, "replica_host", { value: replica.endpoint.host });
  }
}
