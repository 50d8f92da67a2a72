import type { JsonObject } from "../../guard/lib/terraform/values/json";

/** An edit of a synthesized configuration. */
export interface Edit {
  readonly name: string;
  readonly apply: (configuration: Synthesized) => void;
}

export interface Synthesized extends JsonObject {
  resource: Record<string, Record<string, JsonObject>>;
}

/** The only resource of a type, for an edit to change. */
function only(configuration: Synthesized, type: string): JsonObject {
  return Object.values(configuration.resource[type]!)[0]!;
}

function rename(configuration: Synthesized, type: string, name: string): string {
  const named = configuration.resource[type]!;
  const [old] = Object.keys(named);
  configuration.resource[type] = { [name]: named[old!]! };
  const renamed = JSON.stringify(configuration).replaceAll(`${type}.${old}`, `${type}.${name}`);
  Object.assign(configuration, JSON.parse(renamed));
  return `${type}.${old}`;
}

/** Ten edits that every example takes: half of them lose something. */
export const EDITS: readonly Edit[] = [
  {
    name: "another network plugin",
    apply: (c) => {
      only(c, "scaleway_k8s_cluster").cni = "calico";
    },
  },
  {
    name: "another Kubernetes version",
    apply: (c) => {
      only(c, "scaleway_k8s_cluster").version = "1.36.0";
    },
  },
  {
    name: "a larger pool",
    apply: (c) => {
      only(c, "scaleway_k8s_pool").size = 3;
    },
  },
  {
    name: "another node type, under the same name",
    apply: (c) => {
      only(c, "scaleway_k8s_pool").node_type = "PRO2-S";
    },
  },
  {
    name: "the same node type, spelled otherwise",
    apply: (c) => {
      only(c, "scaleway_k8s_pool").node_type = "dev1_m";
    },
  },
  {
    name: "another name and other tags",
    apply: (c) => {
      Object.assign(only(c, "scaleway_vpc_private_network"), { name: "other", tags: ["other"] });
    },
  },
  {
    name: "the network in another VPC",
    apply: (c) => {
      c.resource.scaleway_vpc = { other: { name: "other" } };
      only(c, "scaleway_vpc_private_network").vpc_id = "${scaleway_vpc.other.id}";
    },
  },
  {
    name: "the cluster under another name without a moved block",
    apply: (c) => {
      rename(c, "scaleway_k8s_cluster", "renamed");
    },
  },
  {
    name: "the cluster under another name with a moved block",
    apply: (c) => {
      const from = rename(c, "scaleway_k8s_cluster", "renamed");
      c.moved = [{ from, to: "scaleway_k8s_cluster.renamed" }];
    },
  },
  {
    name: "the database removed",
    apply: (c) => {
      Reflect.deleteProperty(c.resource, "scaleway_rdb_instance");
    },
  },
];
