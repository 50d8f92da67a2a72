import type { JsonObject } from "../../guard/lib/terraform/values/json";
import { cluster, database, Edit, FIXTURES, kapsuleGuard, resourcesWith, stackOf } from "./support";

const withDatabase = (more: JsonObject = {}) =>
  stackOf({ resource: resourcesWith({ scaleway_rdb_instance: { d: database(more) } }) });

test("tofu-enabled-literal: a database that lifecycle.enabled = false switches off is destroyed", () => {
  const edit = new Edit(withDatabase(), withDatabase({ lifecycle: { enabled: false } }));
  const { code, out } = edit.check();
  expect(code).toBe(1);
  expect(out).toContain("# scaleway_rdb_instance.d will be destroyed\n");
  expect(out).toContain("Set lifecycle.enabled of scaleway_rdb_instance.d back to true.");
  expect(out).toContain("1 blocking, 0 warnings");
});

test("tofu-enabled-module: what is in a module that is switched off is destroyed", () => {
  const inside = JSON.stringify({
    terraform: { required_providers: { scaleway: { source: "scaleway/scaleway", version: "2.81.0" } } },
    resource: {
      scaleway_rdb_instance: {
        d: { name: "d", engine: "PostgreSQL-16", node_type: "DB-DEV-S", user_name: "adm", password: "Aa1!aaaaaa" },
      },
    },
  });
  const calling = (more: JsonObject = {}) =>
    stackOf({ resource: resourcesWith(), module: { m: { source: "./m", ...more } } });
  const modules = { "m/main.tf.json": inside };
  const edit = new Edit(calling(), calling({ lifecycle: { enabled: false } }), { before: modules, after: modules });
  const { code, out } = edit.check();
  expect(code).toBe(1);
  expect(out).toContain("# module.m.scaleway_rdb_instance.d will be destroyed\n");
  expect(out).toContain("Set lifecycle.enabled of the module of module.m.scaleway_rdb_instance.d back to true.");
  expect(out).toContain("1 blocking, 0 warnings");
});

test("destroy-false-count: a database with destroy = false that count gives up runs on", () => {
  const counted = (count: number) => withDatabase({ count, lifecycle: { destroy: false } });
  const { code, out } = new Edit(counted(2), counted(1)).check();
  expect(code).toBe(0);
  expect(out).toContain("# scaleway_rdb_instance.d[1] will be left running outside Terraform\n");
  expect(out).toContain("rule forgotten;");
  expect(out).toContain("0 blocking, 1 warning");
  expect(out).not.toMatch(/will be destroyed|must be replaced/);
});

test("destroy-false-replace: another cni leaves the old cluster running, and creates one in its place", () => {
  const plugged = (cni: string) =>
    stackOf({
      resource: resourcesWith({ scaleway_k8s_cluster: { c: cluster({ cni, lifecycle: { destroy: false } }) } }),
    });
  const { code, out } = new Edit(plugged("cilium"), plugged("calico")).check();
  expect(code).toBe(1);
  expect(out).toContain(
    "# scaleway_k8s_cluster.c will be left running outside Terraform, and another created in its place",
  );
  expect(out).toContain('./+ cni = "cilium" -> "calico"');
  expect(out).not.toMatch(/will be destroyed|must be replaced/);
});

test("plan-forget-create: a plan that forgets a cluster and creates an empty one is a finding", () => {
  const { code, out } = kapsuleGuard("plan", `${FIXTURES}/plan-forget-create/plan.json`);
  expect(code).toBe(1);
  expect(out).toContain(
    "# scaleway_k8s_cluster.c will be left running outside Terraform, and another created in its place",
  );
  expect(out).toContain("destroy = false keeps the old object: it runs on, is billed, and no state knows it.");
  expect(out).toContain("1 blocking, 0 warnings");
});

test("prevent-destroy-variable: prevent_destroy = var.protect is lost with the default of the variable", () => {
  const protecting = (by: boolean) =>
    stackOf({
      resource: resourcesWith({
        scaleway_k8s_cluster: { c: cluster({ lifecycle: { prevent_destroy: "${var.protect}" } }) },
      }),
      variable: { protect: { type: "bool", default: by } },
    });
  const { code, out } = new Edit(protecting(true), protecting(false)).check();
  expect(code).toBe(0);
  expect(out).toContain("# scaleway_k8s_cluster.c may lose its protection");
  expect(out).toContain("! lifecycle.prevent_destroy = true -> false");
  expect(out).toContain("It is the default of var.protect, which a value given outside the files may override.");
  expect(out).toContain("rule lost-protection;");
});
