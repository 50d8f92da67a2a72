import { Fn, Lazy, TerraformOutput, TerraformVariable } from "cdktf";

import { DatabaseInstance } from "../../lib/database/database-instance";
import type { DatabaseInstanceProps } from "../../lib/database/database-instance-props";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import {
  dependsOn,
  expectInvalid,
  newStack,
  numberToken,
  orderOf,
  resource,
  resources,
  stringToken,
  synthesize,
  untyped,
} from "../support/stack";

const TYPE = "scaleway_rdb_instance";

function stackOf(overrides: object = {}) {
  const stack = newStack();
  const network = new PrivateNetwork(stack, "network");
  const props = {
    network,
    engine: "PostgreSQL-15",
    nodeType: "DB-DEV-S",
    password: stringToken(stack, "password"),
    ...overrides,
  };
  const database = new DatabaseInstance(stack, "database", untyped(props));
  return { stack, database };
}

const attributesOf = (overrides: object = {}) => resource(stackOf(overrides).stack, TYPE);

describe("DatabaseInstance", () => {
  test("emits what a database needs, a private endpoint with IPAM and the protection, and nothing else", () => {
    const { depends_on, ...attributes } = attributesOf();
    expect(attributes).toEqual({
      engine: "PostgreSQL-15",
      node_type: "DB-DEV-S",
      password_wo: "${var.password}",
      password_wo_version: 1,
      private_network: {
        pn_id: expect.stringMatching(/^\$\{scaleway_vpc_private_network\.network_\w+\.id\}$/),
        enable_ipam: true,
      },
      lifecycle: { prevent_destroy: true },
    });
    expect(dependsOn({ depends_on })).toEqual(["scaleway_vpc_private_network.network"]);
  });

  test("emits every property", () => {
    const {
      depends_on: _order,
      private_network: _network,
      ...attributes
    } = attributesOf({
      name: "db",
      userName: "admin",
      passwordVersion: 2,
      volume: { type: "sbs_5k", sizeInGb: 20 },
      highAvailability: true,
      backups: { frequencyInHours: 12, retentionInDays: 30, sameRegion: false },
      logsPolicy: { maxAgeInDays: 30, maxSizeInBytes: 100000000 },
      settings: { max_connections: "200" },
      initSettings: { lower_case_table_names: "1" },
      encryptionAtRest: true,
      region: "fr-par",
      projectId: "11111111-1111-1111-1111-111111111111",
      tags: ["t"],
      removalPolicy: "destroy",
    });
    expect(attributes).toMatchSnapshot();
    expect(attributes.lifecycle).toBeUndefined();
  });

  test("waits for the network", () => {
    expect(orderOf(stackOf().stack).waits(TYPE, "scaleway_vpc_private_network")).toBe(true);
  });

  test("never has the readable password attribute", () => {
    expect(attributesOf().password).toBeUndefined();
  });

  test("takes the result of a function for the password", () => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network");
    const password = Fn.sensitive(stringToken(stack)) as string;
    new DatabaseInstance(stack, "database", { network, engine: "MySQL-8", nodeType: "DB-DEV-S", password });
    expect(resource(stack, TYPE).password_wo).toBe("${sensitive(var.text)}");
  });

  test("takes an interpolation for the password, as ephemeral resources need", () => {
    const password = "${ephemeral.scaleway_secret_version.password.data}";
    expect(attributesOf({ password }).password_wo).toBe(password);
    expect(() => stackOf({ password: "$${no_interpolation}" })).toThrow("not a literal");
  });

  test.each([[undefined], [false]])("has no public endpoint with publicEndpoint %p", (publicEndpoint) => {
    expect(attributesOf({ publicEndpoint }).load_balancer).toBeUndefined();
  });

  test("has a public endpoint, beside the private one, only when asked for", () => {
    expect(attributesOf({ publicEndpoint: true })).toMatchObject({
      load_balancer: {},
      private_network: { enable_ipam: true },
    });
  });

  test("has the private port that it is given", () => {
    expect(attributesOf({ port: 5433 }).private_network).toMatchObject({ port: 5433 });
  });

  test("has no backups only when told so", () => {
    expect(attributesOf({ backups: false }).disable_backup).toBe(true);
    expect(attributesOf().disable_backup).toBeUndefined();
    expect(attributesOf({ backups: {} }).disable_backup).toBeUndefined();
  });

  test("exposes its private endpoint, certificate and id", () => {
    const { stack, database } = stackOf();
    const { host, address: ip, port, socketAddress } = database.endpoint;
    [database.databaseInstanceId, database.certificate, host, ip, port, socketAddress].forEach(
      (value, i) => new TerraformOutput(stack, `o${i}`, { value }),
    );
    const { output } = synthesize(stack) as unknown as { output: Record<string, { value: string }> };
    const address = /(scaleway_rdb_instance\.\w+)/.exec(output.o0!.value)![1]!;
    expect(Object.values(output).map(({ value }) => value)).toEqual([
      `\${${address}.id}`,
      `\${${address}.certificate}`,
      `\${${address}.private_network[0].hostname}`,
      `\${${address}.private_network[0].ip}`,
      `\${${address}.private_network[0].port}`,
      `\${${address}.private_network[0].hostname}:\${${address}.private_network[0].port}`,
    ]);
  });

  test("made elsewhere, it makes no resource", () => {
    const stack = newStack();
    const database = DatabaseInstance.fromDatabaseInstanceId(stack, "database", "fr-par/x");
    expect(database.databaseInstanceId).toBe("fr-par/x");
    expect(resources(stack, TYPE)).toEqual([]);
  });

  test("must lie in the region of its network", () => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network", { region: "nl-ams" });
    new DatabaseInstance(stack, "database", {
      network,
      engine: "MySQL-8",
      nodeType: "DB-DEV-S",
      password: stringToken(stack),
    });
    expect(() => synthesize(stack)).toThrow(
      '[stack/database] network is "stack/network"; it must lie where stack/database does, in fr-par, but it lies in nl-ams',
    );
    const fine = newStack();
    new DatabaseInstance(fine, "database", {
      network: new PrivateNetwork(fine, "network", { region: "nl-ams" }),
      engine: "MySQL-8",
      nodeType: "DB-DEV-S",
      password: stringToken(fine),
      region: "nl-ams",
    });
    expect(() => synthesize(fine)).not.toThrow();
  });
});

describe("bad input to a database", () => {
  test.each([
    ["network", { network: undefined }, "undefined", "be given", "Add network"],
    ["engine", { engine: undefined }, "undefined", "be given", "Add engine"],
    [
      "engine",
      { engine: "PostgreSQL" },
      '"PostgreSQL"',
      "be PostgreSQL or MySQL with its major version",
      '"PostgreSQL-15"',
    ],
    ["engine", { engine: "Oracle-23" }, '"Oracle-23"', "be PostgreSQL or MySQL", '"PostgreSQL-15"'],
    ["nodeType", { nodeType: "" }, '""', "have 1 to 255 characters", "write it out"],
    ["name", { name: "" }, '""', "have 1 to 255 characters", "write it out"],
    ["name", { name: "n".repeat(256) }, undefined, "have 1 to 255 characters", "Shorten it by 1"],
    ["userName", { userName: "" }, '""', "have 1 to 255 characters", "write it out"],
    ["region", { region: "eu" }, '"eu"', "be one of fr-par", "region"],
    ["passwordVersion", { passwordVersion: 0 }, "0", "from 1 or more", "passwordVersion: 1"],
    ["port", { port: 65536 }, "65536", "from 1 to 65535", "port"],
    ["port", { port: 0 }, "0", "from 1 to 65535", "port"],
    ["highAvailability", { highAvailability: 2 }, "2", "be true or false", "highAvailability: true"],
    ["highAvailability", { highAvailability: "yes" }, '"yes"', "be true or false", "highAvailability: true"],
    ["publicEndpoint", { publicEndpoint: {} }, "{}", "be true or false", "publicEndpoint: true"],
    ["volume.sizeInGb", { volume: { type: "lssd", sizeInGb: 20 } }, "20", "be absent with lssd", "sbs_5k"],
    ["volume.sizeInGb", { volume: { type: "sbs_5k", sizeInGb: 21 } }, "21", "be a multiple of 5", "sizeInGb: 25"],
    ["volume.sizeInGb", { volume: { type: "sbs_5k", sizeInGb: 0 } }, "0", "from 5 or more", "sizeInGb: 5"],
    ["volume.type", { volume: { type: "floppy" } }, '"floppy"', "be one of lssd, bssd, sbs_5k, sbs_15k", "lssd"],
    ["volume.type", { volume: { sizeInGb: 20 } }, "undefined", "be given", "Add volume.type"],
    [
      "backups.retentionInDays",
      { backups: { retentionInDays: 366 } },
      "366",
      "be a whole number of days from 1 to 365",
      "retentionInDays",
    ],
    ["backups.retentionInDays", { backups: { retentionInDays: 0 } }, "0", "from 1 to 365", "retentionInDays"],
    ["backups.frequencyInHours", { backups: { frequencyInHours: 0 } }, "0", "from 1 or more", "frequencyInHours: 1"],
    ["backups", { backups: true }, "true", "be an object", "backups: { … }"],
    ["logsPolicy.maxAgeInDays", { logsPolicy: { maxAgeInDays: -1 } }, "-1", "from 0 or more", "maxAgeInDays: 1"],
    ["settings", { settings: null }, "null", "have a value or be absent", "Leave settings out"],
    ["removalPolicy", { removalPolicy: "no" }, '"no"', "be one of protect, destroy", "protect"],
  ])("refuses %s in %j", (property, overrides, value, requirement, suggestion) => {
    expectInvalid(() => stackOf(overrides), { path: "stack/database", property, value, requirement, suggestion });
  });

  test("refuses a literal password, and does not repeat it", () => {
    const act = () => stackOf({ password: "hunter2" });
    expectInvalid(act, {
      path: "stack/database",
      property: "password",
      requirement: "be a reference, not a literal",
      suggestion: "TerraformVariable",
    });
    expect(act).toThrow(/^(?!.*hunter2)/);
    expect(act).not.toThrow(/hunter2/);
  });

  test.each([
    ["a lazy literal", () => Lazy.stringValue({ produce: () => "hunter2" })],
    ["a function of a literal", () => Fn.sensitive("hunter2") as string],
    ["an interpolation of a literal", () => '${"hunter2"}'],
    ["a literal with an empty interpolation", () => 'hunter2${""}'],
  ])("refuses %s for a password once it is resolved, and does not repeat it", (_what, password) => {
    const { stack } = stackOf({ password: password() });
    expect(() => synthesize(stack)).toThrow("[stack/database] password must be a reference, not a literal");
    expect(() => synthesize(stack)).not.toThrow("hunter2");
  });

  test.each([
    ["publicEndpoint", "decides what is synthesized"],
    ["backups", "decides what is synthesized"],
    ["removalPolicy", "decides what is synthesized"],
  ])("refuses a token for %s, which %s", (property, requirement) => {
    const token = new TerraformVariable(newStack(), "v", { type: "bool" }).value as unknown;
    expectInvalid(() => stackOf({ [property]: token }), {
      path: "stack/database",
      property,
      requirement,
      suggestion: "Write a literal",
    });
  });

  test.each([["fr-par/x"], [{}]])("refuses %j for a network", (network) => {
    expectInvalid(() => stackOf({ network }), {
      path: "stack/database",
      property: "network",
      requirement: "be a construct of this library, with privateNetworkId",
      suggestion: "PrivateNetwork",
    });
  });

  test("an imported network whose region is unknown is not checked, one whose id tells is", () => {
    const withNetwork = (id: string) => {
      const stack = newStack();
      const network = PrivateNetwork.fromPrivateNetworkId(stack, "network", id);
      new DatabaseInstance(stack, "database", {
        network,
        engine: "MySQL-8",
        nodeType: "DB-DEV-S",
        password: stringToken(stack),
      });
      return () => synthesize(stack);
    };
    expect(withNetwork("33333333-3333-3333-3333-333333333333")).not.toThrow();
    expect(withNetwork("nl-ams/33333333-3333-3333-3333-333333333333")).toThrow("it lies in nl-ams");
  });

  test.each<[Partial<DatabaseInstanceProps>]>([
    [{ volume: { type: "lssd" } }],
    [{ volume: { type: "sbs_15k" } }],
    [{ volume: { type: "sbs_5k", sizeInGb: 5 } }],
    [{ backups: { retentionInDays: 1 } }],
    [{ backups: { retentionInDays: 365 } }],
    [{ engine: "postgresql-16" }],
    [{ highAvailability: false }],
  ])("takes %j", (overrides) => {
    expect(() => stackOf(overrides)).not.toThrow();
  });

  test("tokens pass", () => {
    const stack = newStack();
    const text = untyped<never>(stringToken(stack));
    const number = numberToken(stack);
    new DatabaseInstance(stack, "database", {
      network: new PrivateNetwork(stack, "network"),
      engine: text,
      nodeType: text,
      password: text,
      passwordVersion: number,
      name: text,
      userName: text,
      region: text,
      port: number,
      volume: { type: text, sizeInGb: number },
      backups: { frequencyInHours: number, retentionInDays: number },
    });
    expect(resource(stack, TYPE)).toMatchObject({
      engine: "${var.text}",
      volume_size_in_gb: "${var.number}",
      backup_schedule_retention: "${var.number}",
      password_wo_version: "${var.number}",
    });
  });
});
