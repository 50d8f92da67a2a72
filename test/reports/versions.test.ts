import { cluster, database, Edit, resourcesWith, stackOf } from "./support";

test("old-arguments-removed: arguments that the provider no longer has are taken out without a finding", () => {
  const withArguments = (ofCluster = {}, ofDatabase = {}) =>
    stackOf({
      resource: resourcesWith({
        scaleway_k8s_cluster: { c: cluster(ofCluster) },
        scaleway_rdb_instance: { d: database(ofDatabase) },
      }),
    });
  const before = withArguments({ enable_dashboard: true, ingress: "nginx" }, { is_shared: true });
  const { code, out } = new Edit(before, withArguments()).check();
  expect(code).toBe(0);
  expect(out).toContain("Nothing is lost.");
  expect(out).not.toContain("#");
});

test("action-block: an action of Terraform 1.14 hides no replacement", () => {
  const trigger = [{ events: ["after_update"], actions: ["action.scaleway_instance_server_action.x"] }];
  const plugged = (cni: string) =>
    stackOf({
      resource: resourcesWith({
        scaleway_k8s_cluster: {
          c: cluster({ cni, lifecycle: { action_trigger: trigger, prevent_destroy: true } }),
        },
      }),
      action: {
        scaleway_instance_server_action: {
          x: { config: { server_id: "fr-par-1/11111111-1111-1111-1111-111111111111", action: "reboot" } },
        },
      },
    });
  const edit = new Edit(plugged("cilium"), plugged("calico"));
  for (const { code, out, err } of [edit.check(), edit.checkByLock()]) {
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("# scaleway_k8s_cluster.c must be replaced");
    expect(out).toContain('-/+ cni = "cilium" -> "calico"');
  }
});

test("older-provider: what only that release replaces is certain, and the report names it", () => {
  const sized = (log_level: number) =>
    stackOf(
      { resource: resourcesWith({ scaleway_k8s_cluster: { c: cluster({ autoscaler_config: [{ log_level }] }) } }) },
      "2.77.1",
    );
  const edit = new Edit(sized(1), sized(2));
  for (const { code, out } of [edit.check(), edit.checkByLock()]) {
    expect(code).toBe(1);
    expect(out).toContain("# scaleway_k8s_cluster.c must be replaced");
    expect(out).toContain(", provider 2.77.1.");
  }
});
