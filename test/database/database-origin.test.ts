import { DatabaseInstance } from "../../lib/database/database-instance";
import type { RestoredDatabaseInstanceProps } from "../../lib/database/database-instance-props";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { dependsOn, expectInvalid, newStack, resource, stringToken, untyped } from "../support/stack";

const TYPE = "scaleway_rdb_instance";
const SNAPSHOT = "fr-par/11111111-1111-1111-1111-111111111111";

function restored(overrides: object = {}) {
  const stack = newStack();
  const props: RestoredDatabaseInstanceProps = {
    network: new PrivateNetwork(stack, "network"),
    nodeType: "DB-DEV-S",
    snapshot: SNAPSHOT,
    ...untyped<object>(overrides),
  };
  DatabaseInstance.fromSnapshot(stack, "database", props);
  return resource(stack, TYPE);
}

describe("a database restored from a snapshot", () => {
  test("has neither engine nor password, which are in the snapshot, and no public endpoint", () => {
    const { depends_on: _waits, private_network, ...attributes } = restored();
    expect(attributes).toEqual({
      node_type: "DB-DEV-S",
      snapshot_id: SNAPSHOT,
      lifecycle: { prevent_destroy: true },
    });
    expect(private_network).toMatchObject({ enable_ipam: true });
  });

  test("takes what an instance takes besides", () => {
    expect(
      restored({
        volume: { type: "sbs_5k", sizeInGb: 20 },
        publicEndpoint: true,
        backups: false,
        highAvailability: true,
      }),
    ).toMatchObject({
      volume_type: "sbs_5k",
      volume_size_in_gb: 20,
      load_balancer: {},
      disable_backup: true,
      is_ha_cluster: true,
    });
  });

  test("waits for a snapshot of the same stack", () => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network");
    const source = DatabaseInstance.fromDatabaseInstanceId(stack, "source", "fr-par/1");
    const snapshot = source.addSnapshot("before-upgrade");
    DatabaseInstance.fromSnapshot(stack, "copy", { network, nodeType: "DB-DEV-S", snapshot });
    const copy = resource(stack, TYPE);
    expect(copy.snapshot_id).toMatch(/^\$\{scaleway_rdb_snapshot\.[\w-]+\.id\}$/);
    expect(dependsOn(copy)).toContain("scaleway_rdb_snapshot.source_Snapshots_before-upgrade");
  });

  test.each([
    ["engine", { engine: "PostgreSQL-16" }, "be absent with a snapshot", "Leave it out"],
    ["password", { password: "${var.p}" }, "be absent with a snapshot", "Leave it out"],
    ["userName", { userName: "admin" }, "be absent with a snapshot", "Leave it out"],
    ["initSettings", { initSettings: { a: "b" } }, "be absent with a snapshot", "Leave it out"],
    ["snapshot", { snapshot: undefined }, "be given", "Add snapshot"],
    ["snapshot", { snapshot: 5 }, "be a construct of this library, with snapshotId", "addSnapshot"],
    ["nodeType", { nodeType: undefined }, "be given", "Add nodeType"],
    ["settings", { settings: {} }, "have a setting or be absent", "Leave it out"],
  ])("refuses %s in %j", (property, overrides, requirement, suggestion) => {
    expectInvalid(() => restored(overrides), { path: "stack/database", property, requirement, suggestion });
  });
});

describe("the password of a new database", () => {
  const databaseWith = (password: (stack: ReturnType<typeof newStack>) => string | false) => {
    const stack = newStack();
    new DatabaseInstance(stack, "database", {
      network: new PrivateNetwork(stack, "network"),
      engine: "PostgreSQL-15",
      nodeType: "DB-DEV-S",
      password: password(stack),
    });
    return resource(stack, TYPE);
  };

  test("false sends none, as an instance needs that is imported", () => {
    const attributes = databaseWith(() => false);
    expect(attributes).not.toHaveProperty("password_wo");
    expect(attributes).not.toHaveProperty("password_wo_version");
  });

  test("is sent with a version otherwise", () => {
    expect(databaseWith(stringToken)).toMatchObject({ password_wo: "${var.text}", password_wo_version: 1 });
  });
});
