import { compareConfigurations, comparePlan } from "../../../lib/recreation";
import type { AffectedResource } from "../../../lib/recreation/prediction/affected";
import { changeDrawing } from "../../../lib/recreation/report/change-drawing";
import { markdownReport } from "../../../lib/recreation/report/markdown";
import { at } from "../../terraform/addresses/at";

interface Edit {
  readonly cni?: string;
  readonly description?: string;
  readonly pools?: number;
  readonly subnet?: string;
}

function platform({ cni = "cilium", description = "", pools = 1, subnet = "172.16.0.0/22" }: Edit = {}): object {
  return {
    resource: {
      scaleway_vpc_private_network: { n: { name: "n", ipv4_subnet: [{ subnet }] } },
      scaleway_k8s_cluster: {
        c: {
          "//": { metadata: { path: "platform/cluster/Resource" } },
          name: "c",
          version: "1.35.3",
          cni,
          description,
          private_network_id: "${scaleway_vpc_private_network.n.id}",
        },
      },
      scaleway_k8s_pool: {
        p: {
          count: pools,
          name: "p-${count.index}",
          cluster_id: "${scaleway_k8s_cluster.c.id}",
          node_type: "DEV1-M",
          size: 1,
        },
      },
      scaleway_vpc: { other: { name: description } },
    },
  };
}

const affectedBy = (edit: Edit) => compareConfigurations({ before: platform(), after: platform(edit) }).affected;
const drawnOf = (affected: readonly AffectedResource[]) => {
  const { nodes, arrows } = changeDrawing(affected);
  return {
    nodes: nodes.map(({ lines, marks }) => `${lines.join(" ")}: ${marks.join()}`),
    arrows: arrows.map(({ first, then, label = "" }) => `${first} -${label}-> ${then}`),
  };
};

test("shows what is replaced, why, what follows by which attribute, and what it hangs on", () => {
  expect(drawnOf(affectedBy({ cni: "calico" }))).toEqual({
    nodes: ["cluster k8s_cluster cni: replaced", "p[0] k8s_pool: replaced", "n vpc_private_network: kept"],
    arrows: [
      "scaleway_vpc_private_network.n --> scaleway_k8s_cluster.c",
      "scaleway_k8s_cluster.c -cluster_id-> scaleway_k8s_pool.p[0]",
    ],
  });
});

test("shows what is changed in place and destroyed, and not what is only made", () => {
  const { nodes } = drawnOf(affectedBy({ description: "new", pools: 0 }));
  expect(nodes).toEqual([
    "cluster k8s_cluster: updated",
    "other vpc: updated",
    "p[0] k8s_pool: destroyed",
    "n vpc_private_network: kept",
  ]);
  expect(drawnOf(affectedBy({ pools: 2 }))).toEqual({ nodes: [], arrows: [] });
});

test("shows what is made where something follows from it", () => {
  const [cluster, network] = [at("scaleway_k8s_cluster.c"), at("scaleway_vpc_private_network.new")];
  const replaced: AffectedResource = {
    address: cluster,
    name: "c",
    action: "replace",
    isCertain: false,
    attributes: [],
    causes: [{ address: network, attribute: "private_network_id" }],
    dependencies: [],
  };
  const made: AffectedResource = {
    ...replaced,
    address: network,
    name: "new",
    action: "create",
    isCertain: true,
    causes: [],
  };
  expect(drawnOf([replaced, made]).nodes).toEqual([
    "c k8s_cluster: replaced,doubtful",
    "new vpc_private_network: created",
  ]);
});

test("draws a plan, from its own references", () => {
  const change = (address: string, actions: string[], replace: unknown[] = []) => ({
    address,
    mode: "managed",
    type: address.split(".")[0],
    name: address.split(".")[1],
    change: {
      actions,
      before: { name: "a", cluster_id: "x" },
      after: { name: "b" },
      after_unknown: { cluster_id: true },
      replace_paths: replace,
    },
  });
  const plan = {
    format_version: "1.2",
    resource_changes: [
      change("scaleway_vpc_private_network.n", ["no-op"]),
      change("scaleway_k8s_cluster.c", ["delete", "create"], [["name"]]),
      change("scaleway_k8s_pool.p", ["delete", "create"], [["cluster_id"]]),
    ],
    configuration: {
      root_module: {
        resources: [
          {
            address: "scaleway_k8s_cluster.c",
            expressions: {
              private_network_id: {
                references: ["scaleway_vpc_private_network.n.id", "scaleway_vpc_private_network.n"],
              },
            },
          },
          {
            address: "scaleway_k8s_pool.p",
            expressions: { cluster_id: { references: ["scaleway_k8s_cluster.c.id", "scaleway_k8s_cluster.c"] } },
          },
        ],
      },
    },
  };
  expect(drawnOf(comparePlan(plan).affected)).toEqual({
    nodes: ["c k8s_cluster name: replaced", "p k8s_pool: replaced", "n vpc_private_network: kept"],
    arrows: [
      "scaleway_vpc_private_network.n --> scaleway_k8s_cluster.c",
      "scaleway_k8s_cluster.c -cluster_id-> scaleway_k8s_pool.p",
    ],
  });
});

describe("a pull request", () => {
  const markdown = (edit: Edit) => {
    const { findings, affected } = compareConfigurations({ before: platform(), after: platform(edit) });
    return markdownReport({ subject: "s", baseline: "b", open: findings, approved: [], stale: [], affected });
  };

  test("has the picture where something is lost", () => {
    expect(markdown({ cni: "calico" })).toMatch(/\n```mermaid\nflowchart TD\n[^`]*\n```\n/);
    expect(markdown({ description: "new" })).not.toContain("mermaid");
  });

  test("has the table alone where there are more than 40", () => {
    const before = platform({ pools: 60 });
    const after = platform({ pools: 60, cni: "calico" });
    const { findings, affected } = compareConfigurations({ before, after });
    const text = markdownReport({ subject: "s", baseline: "b", open: findings, approved: [], stale: [], affected });
    expect(text).not.toContain("mermaid");
    expect(text).toContain("| Resource | What |");
  });
});
