import { existsSync } from "node:fs";

import { ObjectBucket } from "@cdktf/provider-scaleway/lib/object-bucket";
import { RdbDatabase } from "@cdktf/provider-scaleway/lib/rdb-database";
import { S3Backend } from "cdktf";

import type { JsonObject } from "../../guard/lib/terraform/values/json";
import { Repository } from "../../guard/test/base/repository";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { guardedProject } from "../guard/support";
import { newStack } from "../support/stack";
import { Edit, stackOf, stateOfOne } from "./support";

const { folder, printed, lockFile, stackFile, readLock, newApp } = guardedProject();

test("preview-environment: a branch with a state and names of its own loses nothing of the main state", () => {
  const synth = (branch: string) => {
    const named = (name: string) => (branch === "main" ? name : `${name}-${branch}`);
    const app = newApp();
    const stack = newStack({ region: "fr-par" }, app, "web");
    new S3Backend(stack, { bucket: "states", key: `${named("web")}.tfstate`, region: "fr-par" });
    new RdbDatabase(stack, "database", {
      name: named("web"),
      instanceId: "fr-par/11111111-2222-3333-4444-555555555555",
    });
    new ObjectBucket(stack, "uploads", { name: named("web-uploads") });
    RecreationGuard.of(stack, { lockFile: lockFile("web") });
    app.synth();
  };
  const repository = Repository.create(folder);
  repository.write(".gitignore", "out\n");
  synth("main");
  repository.commit("what is deployed");
  const lock = readLock("web");
  printed.length = 0;
  synth("pr-1");
  const text = printed.join("\n");
  expect(text).toContain(
    "stack web: nothing was compared: its state is s3 bucket=states key=web-pr-1.tfstate, which has no lock yet",
  );
  expect(text).not.toMatch(/will be destroyed|must be replaced/);
  expect(text).toContain("0 blocking");
  expect(existsSync(stackFile("web"))).toBe(true);
  expect(readLock("web")).toBe(lock);
});

test("lock-argument-first-set: an argument that is set for the first time replaces what refers to it", () => {
  const server = { type: "DEV1-S", image: "ubuntu_jammy", zone: "fr-par-1" };
  const rules = {
    r: {
      security_group_id: "${scaleway_instance_server.s.security_group_id}",
      inbound_rule: [{ action: "accept", port: 22 }],
    },
  };
  const before = { scaleway_instance_server: { s: server }, scaleway_instance_security_group_rules: rules };
  const after = {
    scaleway_instance_server: { s: { ...server, security_group_id: "${scaleway_instance_security_group.g.id}" } },
    scaleway_instance_security_group_rules: rules,
    scaleway_instance_security_group: { g: { zone: "fr-par-1" } },
  };
  const edit = new Edit(stackOf({ resource: before }, ">= 2.81.0"), stackOf({ resource: after }, ">= 2.81.0"));
  for (const { out } of [edit.checkByLock(), edit.check()]) {
    expect(out).toContain("# scaleway_instance_security_group_rules.r must be replaced");
    expect(out).toContain(
      "-/+ security_group_id = scaleway_instance_server.s.security_group_id -> (known after apply)",
    );
  }
});

test("network-added: a cluster that never named a network is replaced by one that names a new one", () => {
  const upgrade = { enable: true, maintenance_window_day: "any", maintenance_window_start_hour: 2 };
  const cluster = {
    name: "platform",
    version: "1.35",
    cni: "cilium",
    type: "kapsule",
    delete_additional_resources: true,
    auto_upgrade: [upgrade],
  };
  const pool = { name: "p", cluster_id: "${scaleway_k8s_cluster.k8s.id}", node_type: "GP1-XS", size: 1 };
  const platform = (ofCluster: JsonObject, others: JsonObject = {}) => ({
    provider: { scaleway: [{ region: "nl-ams" }] },
    resource: {
      scaleway_k8s_cluster: { k8s: { ...cluster, ...ofCluster } },
      scaleway_k8s_pool: { p: pool },
      ...others,
    },
  });
  const after = platform(
    { private_network_id: "${scaleway_vpc_private_network.n.id}" },
    { scaleway_vpc_private_network: { n: { name: "n" } } },
  );
  const state = stateOfOne("scaleway_k8s_cluster", "k8s", {
    ...cluster,
    id: "nl-ams/11111111-1111-1111-1111-111111111111",
    region: "nl-ams",
    private_network_id: "nl-ams/22222222-2222-2222-2222-222222222222",
  });
  const edit = new Edit(platform({}), after);
  for (const { code, out } of [edit.check(), edit.checkByLock(), edit.check(state)]) {
    expect(code).toBe(1);
    expect(out).toContain("# scaleway_k8s_cluster.k8s must be replaced");
    expect(out).toMatch(/-\/\+ private_network_id = .* -> \(known after apply\)/);
    expect(out).toContain("Since October 2023 every Kapsule cluster is in a Private Network");
  }
});
