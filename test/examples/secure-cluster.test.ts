import { readFileSync } from "node:fs";
import { join } from "node:path";

import { SecureClusterStack } from "../../examples/secure-cluster/main";
import { DependencyGraph } from "../../guard/lib/terraform/order/dependency-graph";
import { attributesByPath } from "../support/attributes";
import { newApp } from "../support/stack";

/** The configuration in Scaleway's document, as Terraform JSON. */
const DOCUMENT = {
  data: { scaleway_k8s_version: { latest: { name: "latest" } } },
  resource: {
    scaleway_vpc_private_network: { kapsule: { name: "pn_kapsule", tags: ["kapsule"] } },
    scaleway_k8s_cluster: {
      kapsule: {
        name: "open-pn-test",
        version: "${data.scaleway_k8s_version.latest.name}",
        cni: "cilium",
        private_network_id: "${scaleway_vpc_private_network.kapsule.id}",
        delete_additional_resources: true,
        depends_on: ["scaleway_vpc_private_network.kapsule"],
      },
    },
    scaleway_instance_security_group: {
      kapsule: {
        name: 'kubernetes ${split("/", scaleway_k8s_cluster.kapsule.id)[1]}',
        inbound_default_policy: "drop",
        outbound_default_policy: "accept",
        stateful: true,
        inbound_rule: [{ action: "accept", protocol: "UDP", port: 500 }],
        depends_on: ["scaleway_k8s_cluster.kapsule"],
      },
    },
    scaleway_k8s_pool: {
      default: {
        cluster_id: "${scaleway_k8s_cluster.kapsule.id}",
        name: "default",
        node_type: "DEV1-M",
        size: 1,
        autohealing: true,
        wait_for_pool_ready: true,
        depends_on: ["scaleway_instance_security_group.kapsule"],
      },
    },
    scaleway_rdb_instance: {
      main: {
        name: "pn-rdb",
        node_type: "DB-DEV-S",
        engine: "PostgreSQL-14",
        is_ha_cluster: true,
        disable_backup: true,
        user_name: "username",
        password: "thiZ_is_v&ry_s3cret",
        private_network: { pn_id: "${scaleway_vpc_private_network.kapsule.id}" },
      },
    },
  },
};

const README = join(__dirname, "../../examples/secure-cluster/README.md");

/** Rows of README's table: attribute, in the document, here, reason. */
function modernizations(): string[][] {
  return readFileSync(README, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| |\s*\|$/g, "").trim()))
    .map(([attribute = "", before = "", after = "", reason = ""]) => [
      ...[attribute, before, after].map(unquote),
      reason,
    ]);
}

const unquote = (cell: string) => cell.replace(/^`+\s?|\s?`+$/g, "");
const show = (value: unknown) => (value === undefined ? "-" : JSON.stringify(value));

describe("examples/secure-cluster", () => {
  const stack = new SecureClusterStack(newApp(), "secure-cluster");
  const configuration = stack.toTerraform() as { resource: object };
  const document = attributesByPath(DOCUMENT);
  const ours = attributesByPath(configuration);
  const differences = [...new Set([...Object.keys(document), ...Object.keys(ours)])]
    .filter((path) => show(document[path]) !== show(ours[path]))
    .map((path) => [path, show(document[path]), show(ours[path])]);

  test("differs from the document only where its README says so, with a reason", () => {
    const rows = modernizations();
    expect(rows.map((row) => row.slice(0, 3)).sort()).toEqual(differences.sort());
    for (const [attribute, , , reason] of rows)
      expect([attribute, reason]).toEqual([attribute, expect.stringMatching(/\w{3}/)]);
  });

  test("has everything else as the document has it", () => {
    const same = Object.keys(document).filter((path) => show(document[path]) === show(ours[path]));
    expect(same).toHaveLength(Object.keys(document).length - differences.filter(([, before]) => before !== "-").length);
    expect(same).toEqual(
      expect.arrayContaining([
        "scaleway_k8s_cluster.private_network_id",
        "scaleway_k8s_cluster.depends_on.0",
        "scaleway_k8s_pool.depends_on.0",
      ]),
    );
  });

  test("keeps the documented order", () => {
    const layers = DependencyGraph.of(configuration).layers();
    expect(layers.map((layer) => layer.map((address) => address.split(".")[0]))).toEqual([
      ["scaleway_vpc_private_network"],
      ["scaleway_k8s_cluster", "scaleway_rdb_instance"],
      ["scaleway_instance_security_group", "scaleway_k8s_acl"],
      ["scaleway_k8s_pool"],
    ]);
  });
});
