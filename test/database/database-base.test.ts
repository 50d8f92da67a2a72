import { Database } from "../../lib/database/database";
import { DatabaseInstance } from "../../lib/database/database-instance";
import { DatabaseUser } from "../../lib/database/database-user";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import {
  dependsOn,
  expectInvalid,
  newStack,
  resource,
  resources,
  stringToken,
  synthesize,
  untyped,
} from "../support/stack";

const id = "11111111-1111-1111-1111-111111111111";

function made(props: object = {}) {
  const stack = newStack();
  const network = new PrivateNetwork(stack, "network");
  const password = stringToken(stack, "password");
  const options = { network, engine: "PostgreSQL-16", nodeType: "DB-DEV-S", password, ...props };
  return { stack, network, password, database: new DatabaseInstance(stack, "database", untyped(options)) };
}

function elsewhere() {
  const stack = newStack();
  return { stack, database: DatabaseInstance.fromDatabaseInstanceId(stack, "database", `nl-ams/${id}`) };
}

const instance = expect.stringMatching(/^\$\{scaleway_rdb_instance\.database_\w+\.id\}$/);

describe("a database in an instance", () => {
  test("is named like its id, protected like the instance, and waits for it", () => {
    const { stack, database } = made({ region: "fr-par" });
    database.addDatabase("app");
    const { depends_on: order, ...attributes } = resource(stack, "scaleway_rdb_database");
    expect(attributes).toEqual({
      instance_id: instance,
      name: "app",
      region: "fr-par",
      lifecycle: { prevent_destroy: true },
    });
    expect(dependsOn({ depends_on: order })).toEqual(["scaleway_rdb_instance.database"]);
  });

  test.each([
    ["destroy", undefined, undefined],
    ["destroy", "protect", { prevent_destroy: true }],
    ["protect", "destroy", undefined],
  ])("of an instance with %s, told %p, has the lifecycle %p", (of, own, lifecycle) => {
    const { stack, database } = made({ removalPolicy: of });
    database.addDatabase("app", untyped({ name: "orders", removalPolicy: own }));
    expect(resource(stack, "scaleway_rdb_database")).toMatchObject({ name: "orders", ...(lifecycle && { lifecycle }) });
    if (lifecycle === undefined) expect(resource(stack, "scaleway_rdb_database")).not.toHaveProperty("lifecycle");
  });

  test("of an instance made elsewhere has its region", () => {
    const { stack, database } = elsewhere();
    database.addDatabase("app");
    expect(resource(stack, "scaleway_rdb_database")).toMatchObject({ instance_id: `nl-ams/${id}`, region: "nl-ams" });
  });

  test("refuses what is no instance, and a name without a letter", () => {
    expectInvalid(() => new Database(newStack(), "app", untyped({ instance: id })), {
      path: "stack/app",
      property: "instance",
      requirement: "be a construct of this library",
      suggestion: "database",
    });
    expectInvalid(() => made().database.addDatabase("app", { name: " " }), {
      path: "stack/database/Databases/app",
      property: "name",
      requirement: "have 1 to 255 characters",
      suggestion: "name",
    });
  });
});

describe("a user of an instance", () => {
  test("has a password that is never kept, and is no admin", () => {
    const { stack, database, password } = made();
    database.addUser("app", { password });
    expect(resource(stack, "scaleway_rdb_user")).toMatchObject({
      instance_id: instance,
      name: "app",
      password_wo: "${var.password}",
      password_wo_version: 1,
      is_admin: false,
    });
    expect(resource(stack, "scaleway_rdb_user")).not.toHaveProperty("password");
  });

  test("can have another name, a newer password, and everything", () => {
    const { stack, database, password } = made();
    database.addUser("owner", { password, name: "boss", passwordVersion: 3, admin: true });
    expect(resource(stack, "scaleway_rdb_user")).toMatchObject({
      name: "boss",
      password_wo_version: 3,
      is_admin: true,
    });
  });

  test.each([
    ["password", { password: "hunter2" }, "be a reference, not a literal"],
    ["password", {}, "be given"],
    ["passwordVersion", { passwordVersion: 0 }, "be a whole number from 1 or more"],
    ["name", { name: "" }, "have 1 to 255 characters"],
    ["admin", { admin: "yes" }, "be true or false"],
  ])("refuses %s in %j", (property, options, requirement) => {
    const { database, password } = made();
    const given = property === "password" ? options : { password, ...options };
    expectInvalid(() => database.addUser("app", untyped(given)), {
      path: "stack/database/Users/app",
      property,
      requirement,
      suggestion: "",
    });
  });

  test("refuses what is no instance", () => {
    const stack = newStack();
    expect(() => new DatabaseUser(stack, "app", untyped({ instance: {}, password: stringToken(stack) }))).toThrow(
      "be a construct of this library, with databaseInstanceId",
    );
  });
});

describe("a grant", () => {
  test("names user and database, waits for both, and for the grant before it", () => {
    const { stack, database, password } = made({ region: "fr-par" });
    const [app, reports] = [database.addDatabase("app-db", { name: "app" }), database.addDatabase("reports")];
    const user = database.addUser("app", { password });
    user.grant(app, "readwrite");
    database.addUser("reader", { password }).grant(reports, "readonly");
    user.grant("legacy", "all");
    const [first, second, third] = ["readwrite", "readonly", "all"].map((permission) =>
      resources(stack, "scaleway_rdb_privilege").find((each) => each.permission === permission)!,
    );
    expect(first).toMatchObject({
      instance_id: instance,
      region: "fr-par",
      user_name: expect.stringMatching(/^\$\{scaleway_rdb_user\.database_Users_app_\w+\.name\}$/),
      database_name: expect.stringMatching(/^\$\{scaleway_rdb_database\.database_Databases_app-db_\w+\.name\}$/),
    });
    expect(dependsOn(first!)).toEqual([
      "scaleway_rdb_user.database_Users_app",
      "scaleway_rdb_database.database_Databases_app-db",
    ]);
    expect(dependsOn(second!)).toEqual([
      "scaleway_rdb_user.database_Users_reader",
      "scaleway_rdb_database.database_Databases_reports",
      "scaleway_rdb_privilege.database_Users_app_Grant-app",
    ]);
    expect(third).toMatchObject({ database_name: "legacy" });
    expect(dependsOn(third!)).toContain("scaleway_rdb_privilege.database_Users_reader_Grant-reports");
  });

  test.each([
    ["permission", "app", "write", "be one of readonly, readwrite, all, none"],
    ["permission", "app", "custom", "be one of readonly, readwrite, all, none"],
    ["grant", 5, "all", "take a database or the name of one"],
    ["grant", "twice", "all", "name each database once"],
  ])("refuses %s: %p, %p", (property, on, permission, requirement) => {
    const { database, password } = made();
    const user = database.addUser("app", { password });
    user.grant("twice", "none");
    expectInvalid(
      () => {
        user.grant(untyped(on), untyped(permission));
      },
      {
        path: "stack/database/Users/app",
        property,
        requirement,
        suggestion: "",
      },
    );
  });
});

describe("the allow list of a public endpoint", () => {
  test("is one resource, whatever is added to it", () => {
    const { stack, database } = made({ publicEndpoint: true });
    database.allowFrom("203.0.113.0/24", "office");
    database.allowFrom("198.51.100.7/32");
    expect(resource(stack, "scaleway_rdb_acl")).toMatchObject({
      instance_id: instance,
      acl_rules: [{ ip: "203.0.113.0/24", description: "office" }, { ip: "198.51.100.7/32" }],
    });
  });

  test("of an instance made elsewhere, whose endpoints are not known", () => {
    const { stack, database } = elsewhere();
    database.allowFrom(stringToken(stack));
    expect(resource(stack, "scaleway_rdb_acl")).toMatchObject({ region: "nl-ams", acl_rules: [{ ip: "${var.text}" }] });
  });

  test("is refused without such an endpoint, where it would filter nothing", () => {
    expectInvalid(
      () => {
        made().database.allowFrom("203.0.113.0/24");
      },
      {
        path: "stack/database",
        property: "allowFrom",
        requirement: "be left out without a public endpoint",
        suggestion: "publicEndpoint: true",
      },
    );
  });

  test.each([
    ["2001:db8::/32", "be an IPv4 block"],
    ["203.0.113.0/24", "name each block once"],
  ])("refuses %s the second time", (cidr, requirement) => {
    const { database } = made({ publicEndpoint: true });
    database.allowFrom("203.0.113.0/24");
    expect(() => {
      database.allowFrom(cidr);
    }).toThrow(requirement);
  });
});

describe("a read replica", () => {
  test("is on the instance's network with IPAM, in another zone, and without a public endpoint", () => {
    const { stack, database } = made();
    const { endpoint } = database.addReadReplica("replica");
    const { depends_on: order, ...attributes } = resource(stack, "scaleway_rdb_read_replica");
    expect(attributes).toEqual({
      instance_id: instance,
      same_zone: false,
      private_network: {
        private_network_id: expect.stringMatching(/^\$\{scaleway_vpc_private_network\.network_\w+\.id\}$/),
        enable_ipam: true,
      },
    });
    expect(dependsOn({ depends_on: order })).toEqual([
      "scaleway_rdb_instance.database",
      "scaleway_vpc_private_network.network",
    ]);
    expect(endpoint.host).toBeDefined();
  });

  test("can be in the same zone, and public", () => {
    const { stack, database } = made();
    database.addReadReplica("replica", { sameZone: true, publicEndpoint: true });
    expect(resource(stack, "scaleway_rdb_read_replica")).toMatchObject({ same_zone: true, direct_access: {} });
  });

  test("of an instance made elsewhere has to be told the network", () => {
    const { stack, database } = elsewhere();
    expectInvalid(() => database.addReadReplica("replica"), {
      path: "stack/database/Replicas/replica",
      property: "network",
      requirement: "be given for a replica of an instance made elsewhere",
      suggestion: "Add network",
    });
    const network = PrivateNetwork.fromPrivateNetworkId(stack, "network", `nl-ams/${id}`);
    expect(() => database.addReadReplica("other", { network })).not.toThrow();
  });
});

describe("copies of an instance", () => {
  test("a snapshot is of the whole, and protected", () => {
    const { stack, database } = made();
    database.addSnapshot("before-upgrade", { expiresAt: "2027-01-01T00:00:00Z" });
    expect(resource(stack, "scaleway_rdb_snapshot")).toMatchObject({
      instance_id: instance,
      name: "stack-database-Snapshots-before-upgrade",
      expires_at: "2027-01-01T00:00:00Z",
      lifecycle: { prevent_destroy: true },
    });
  });

  test("a backup is of one database", () => {
    const { stack, database } = made();
    database.addBackup("copy", { database: database.addDatabase("app"), name: "copy", removalPolicy: "destroy" });
    const { depends_on: order, ...attributes } = resource(stack, "scaleway_rdb_database_backup");
    expect(attributes).toEqual({
      instance_id: instance,
      name: "copy",
      database_name: expect.stringMatching(/^\$\{scaleway_rdb_database\.database_Databases_app_\w+\.name\}$/),
    });
    expect(dependsOn({ depends_on: order })).toContain("scaleway_rdb_database.database_Databases_app");
  });

  test.each([["tomorrow"], ["2027-01-01"], ["2027-13-01T00:00:00Z"]])("refuses the time %p", (expiresAt) => {
    expectInvalid(() => made().database.addSnapshot("copy", { expiresAt }), {
      path: "stack/database/Snapshots/copy",
      property: "expiresAt",
      requirement: "be a time in RFC 3339",
      suggestion: "2027-01-01T00:00:00Z",
    });
  });
});

test("a database, a user and a replica may have one id", () => {
  const { stack, database, password } = made();
  const app = database.addDatabase("app");
  database.addUser("app", { password }).grant(app, "all");
  database.addReadReplica("app");
  expect(() => synthesize(stack)).not.toThrow();
  expect(() => database.addDatabase("app")).toThrow("There is already a Construct with name 'app'");
});

describe("settings", () => {
  test.each([
    ["settings", { settings: {} }, "an empty map wipes the defaults"],
    ["encryptionAtRest", { engine: "MySQL-8", encryptionAtRest: true }, "Scaleway encrypts PostgreSQL only"],
  ])("refuses %s in %j", (property, props, requirement) => {
    expectInvalid(() => made(props), { path: "stack/database", property, requirement, suggestion: "Leave it out" });
  });

  test("of either engine pass", () => {
    const { stack } = made({
      engine: "MySQL-8",
      settings: { max_connections: "200" },
      initSettings: { lower_case_table_names: "1" },
    });
    expect(() => synthesize(stack)).not.toThrow();
    expect(() => synthesize(made({ encryptionAtRest: true }).stack)).not.toThrow();
  });
});
