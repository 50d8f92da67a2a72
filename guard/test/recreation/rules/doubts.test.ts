import { FileError } from "../../../lib/files";
import { lockOf } from "../../../lib/recreation/baseline/lock/lock";
import {
  findRecreations,
  findRecreationsInPlan,
  type FindRecreationsInput,
  findStackChanges,
} from "../../../lib/recreation/find";
import { findUpgrade } from "../../../lib/recreation/find-upgrade";
import { doubtDocuments } from "../../../lib/recreation/rules/doubts";
import type { Finding } from "../../../lib/recreation/rules/finding";
import { type Doubt, type DoubtReason, doubtReasons } from "../../../lib/terraform/values/doubt";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { configuration, state } from "../support";

const cluster = { name: "c", version: "1.35.3", cni: "cilium" };
const clusters = (changes: JsonObject, more: JsonObject = {}): JsonObject =>
  configuration({ scaleway_k8s_cluster: { it: { ...cluster, ...changes } } }, more);
const cni = (value: string, more: JsonObject = {}): JsonObject => clusters({ cni: value }, more);
const requiring = (version: string): JsonObject => ({ terraform: { required_providers: { scaleway: { version } } } });
const variable = (block: JsonObject): JsonObject => ({ variable: { v: block } });
const networks = (vpcId: string, more: JsonObject = {}): JsonObject =>
  configuration(
    { scaleway_vpc: { v: { name: "v" } }, scaleway_vpc_private_network: { it: { name: "n", vpc_id: vpcId } } },
    more,
  );
const triggered = configuration({
  scaleway_vpc: { v: { name: "v" } },
  scaleway_vpc_private_network: {
    it: { name: "n", vpc_id: "a", lifecycle: { replace_triggered_by: ["scaleway_vpc.v"] } },
  },
});
const pools = (changes: JsonObject): JsonObject =>
  configuration({
    scaleway_k8s_cluster: { c: { ...cluster, ...changes } },
    scaleway_k8s_pool: { it: { name: "p", cluster_id: "${scaleway_k8s_cluster.c.id}", node_type: "DEV1-M", size: 1 } },
  });
const secret = (data: string): JsonObject =>
  configuration({ scaleway_secret_version: { it: { secret_id: "s", data } } });
const counted = (count: string, more: JsonObject): JsonObject =>
  configuration({ scaleway_vpc: { it: { name: "v", count } } }, more);
const balancer = (changes: JsonObject): JsonObject =>
  configuration({ scaleway_lb: { it: { type: "LB-S", ...changes } } });
const moduleOf = (source: string): JsonObject => configuration({}, { module: { it: { source } } });
const lock = (backend: string) => lockOf(clusters({}), { stack: "s", backend });
const deferred = { reason: "resource_config_unknown", resource_change: { address: "scaleway_vpc.it" } };
const plan =
  (more: object): (() => Finding[]) =>
  () =>
    findRecreationsInPlan({ resource_changes: [], complete: true, ...more });
const edit = (before: JsonObject, after: JsonObject, stateOf?: object): FindRecreationsInput => ({
  before,
  after,
  state: stateOf,
});

type Input = FindRecreationsInput | (() => Finding[]);

/** What an upgrade does with a cluster of which only a state tells. */
const upgraded = (autoscaler: JsonObject) => (): Finding[] =>
  findUpgrade({
    from: "2.76.0",
    to: "2.77.1",
    state: state({ "scaleway_k8s_cluster.it": { ...cluster, autoscaler_config: [autoscaler] } }),
  }).findings;

/** An edit that takes a value from a file, of which nothing tells outside of the repository. */
const reading = (path: string): FindRecreationsInput => ({
  ...edit(cni("cilium"), cni(`\${file("${path}")}`)),
  surroundings: {
    after: {
      files: {
        read: (name) => {
          if (name === "cni.txt") return Buffer.from("cilium");
          throw new FileError(`${name} is made elsewhere`);
        },
        list: () => [],
        isLink: () => false,
        nameOf: (name) => name,
      },
    },
  },
});

/** The reason, what the finding says it is about, an edit that has it, and the nearest one that does not. */
const pairs: readonly (readonly [DoubtReason, string | undefined, Input, Input])[] = [
  [
    "cause-may-change",
    "scaleway_k8s_cluster.c",
    edit(pools({}), pools({ pod_cidr: "10.0.0.0/16" })),
    edit(pools({}), pools({ tags: ["t"] })),
  ],
  [
    "count-not-known",
    "scaleway_vpc.it",
    edit(
      counted("${2}", {}),
      counted("${length(data.scaleway_k8s_version.d.available_cnis)}", {
        data: { scaleway_k8s_version: { d: { name: "latest" } } },
      }),
    ),
    edit(counted("${2}", {}), counted("${1}", {})),
  ],
  [
    "data-source",
    undefined,
    edit(
      cni("${data.scaleway_k8s_version.d.name}", { data: { scaleway_k8s_version: { d: { name: "1.34" } } } }),
      cni("${data.scaleway_k8s_version.d.name}", { data: { scaleway_k8s_version: { d: { name: "1.35" } } } }),
    ),
    edit(
      cni("${data.scaleway_k8s_version.d.name}", { data: { scaleway_k8s_version: { d: { name: "1.35" } } } }),
      cni("${data.scaleway_k8s_version.d.name}", { data: { scaleway_k8s_version: { d: { name: "1.35" } } } }),
    ),
  ],
  [
    "latent-value",
    undefined,
    edit(balancer({}), balancer({ assign_flexible_ip: false, name: "n" })),
    edit(balancer({}), balancer({ assign_flexible_ip: false })),
  ],
  [
    "ignored-before",
    undefined,
    edit(clusters({ lifecycle: { ignore_changes: ["cni"] } }), clusters({})),
    edit(clusters({ lifecycle: { ignore_changes: ["tags"] } }), clusters({})),
  ],
  [
    "imported-object",
    undefined,
    edit(configuration({}), clusters({}, { import: [{ to: "scaleway_k8s_cluster.it", id: "fr-par/1" }] })),
    edit(configuration({}), clusters({})),
  ],
  [
    "new-in-provider",
    undefined,
    edit(
      clusters({ autoscaler_config: {} }, requiring("2.70.0")),
      clusters({ autoscaler_config: {} }, requiring("2.76.0")),
    ),
    edit(
      clusters({ autoscaler_config: {} }, requiring("2.70.0")),
      clusters({ autoscaler_config: {} }, requiring("2.77.1")),
    ),
  ],
  ["file-not-read", undefined, reading("elsewhere.txt"), reading("cni.txt")],
  [
    "not-in-lock",
    "scaleway_vpc.v",
    edit(lockOf(networks("a"), { stack: "s" }) as unknown as JsonObject, triggered),
    edit(lockOf(triggered, { stack: "s" }) as unknown as JsonObject, triggered),
  ],
  [
    "machine-value",
    undefined,
    edit(cni("cilium"), cni("${terraform.workspace}")),
    edit(cni("cilium"), cni('${"cilium"}')),
  ],
  ["module-not-read", "module.it", edit(moduleOf("./a"), moduleOf("./b")), edit(moduleOf("./a"), moduleOf("./a"))],
  [
    "not-in-table",
    "invented",
    edit(clusters({ invented: 1 }), clusters({ invented: 2 })),
    edit(clusters({ invented: 1 }), clusters({ invented: 1 })),
  ],
  [
    "only-api-knows",
    undefined,
    edit(clusters({ type: "kapsule" }), clusters({ type: "kapsule-dedicated-4" })),
    edit(clusters({ type: "kapsule" }), clusters({ type: "kapsule" })),
  ],
  [
    "opaque-expression",
    undefined,
    edit(cni("cilium"), cni('${base64gzip("cilium")}')),
    edit(cni("cilium"), cni('${lower("CILIUM")}')),
  ],
  ["plan-incomplete", "scaleway_vpc.it", plan({ deferred_changes: [deferred] }), plan({})],
  [
    "provider-chosen",
    undefined,
    edit(clusters({}), clusters({ pod_cidr: "10.0.0.0/16" })),
    edit(clusters({ pod_cidr: "10.0.0.0/16" }), clusters({})),
  ],
  [
    "reference-or-literal",
    undefined,
    edit(networks("${scaleway_vpc.v.id}"), networks("fr-par/1")),
    edit(networks("fr-par/1"), networks("fr-par/1")),
  ],
  ["secret-spelling", undefined, edit(secret("hello"), secret("aGVsbG8=")), edit(secret("hello"), secret("hello"))],
  [
    "set-by-scaleway",
    undefined,
    edit(clusters({}), clusters({ private_network_id: "fr-par/1" })),
    edit(clusters({}), clusters({ type: "multicloud", private_network_id: "fr-par/1" })),
  ],
  ["set-or-default", undefined, upgraded({ log_level: 2 }), upgraded({ log_level: 4 })],
  [
    "state-not-moved",
    undefined,
    () => findStackChanges({ before: lock("local"), after: lock("s3"), gone: [] }),
    () => findStackChanges({ before: lock("s3"), after: lock("s3"), gone: [] }),
  ],
  [
    "variable-default",
    "v",
    edit(cni("${var.v}", variable({ default: "cilium" })), cni("${var.v}", variable({ default: "calico" }))),
    edit(cni("${var.v}", variable({ default: "cilium" })), cni("${var.v}", variable({ default: "cilium" }))),
  ],
  [
    "variable-not-set",
    "v",
    edit(cni("cilium"), cni("${var.v}", variable({}))),
    edit(cni("${var.v}", variable({})), cni("${var.v}", variable({ type: "string" }))),
  ],
];

const findingsOf = (input: Input): Finding[] => (typeof input === "function" ? input() : findRecreations(input));
const doubtIn = ({ because }: Finding): Doubt | undefined =>
  because?.reason === "provider-upgrade" ? because.doubt : because;
const reasonsOf = (input: Input): (Doubt | undefined)[] => findingsOf(input).map(doubtIn);

describe.each(pairs)("%s", (reason, about, having, lacking) => {
  test("is what a finding that only may happen is doubted for", () => {
    expect(reasonsOf(having)).toContainEqual(about === undefined ? { reason } : { reason, about });
  });

  test("is not said of the nearest edit without it", () => {
    expect(reasonsOf(lacking).map((because) => because?.reason)).not.toContain(reason);
  });

  test("is explained, and its sentence stands in the finding", () => {
    const { title, explanation, remedy, sentence } = doubtDocuments[reason];
    for (const text of [title, explanation, remedy]) expect(text.length).toBeGreaterThan(10);
    const finding = findingsOf(having).find((each) => doubtIn(each)?.reason === reason);
    expect(finding?.attribute === "backend" ? sentence("") : finding?.remedy).toContain(sentence(about ?? ""));
  });

  test("only what is in doubt says may", () => {
    for (const finding of [...findingsOf(having), ...findingsOf(lacking)]) {
      expect(finding.certainty).toBe(doubtIn(finding) === undefined ? "will" : "may");
    }
  });
});

test("every reason has a pair", () => {
  // Of no attribute that is immutable in this version of the provider; test/recreation/diff/compare.test.ts has the pair.
  const elsewhere = ["not-probed", "suppressed-difference"];
  expect([...pairs.map(([reason]) => reason), ...elsewhere].sort()).toEqual([...doubtReasons]);
});

test("the default of a variable behind a value that the provider may choose is doubted for the variable", () => {
  const volume = (type: string): JsonObject =>
    configuration(
      {
        scaleway_k8s_pool: {
          it: { name: "p", cluster_id: "fr-par/1", node_type: "DEV1-M", size: 1, root_volume_type: "${var.volume}" },
        },
      },
      { variable: { volume: { default: type } } },
    );
  expect(reasonsOf(edit(volume("l_ssd"), volume("b_ssd")))).toEqual([{ reason: "variable-default", about: "volume" }]);
});

test("with a state that has the default, nothing is in doubt", () => {
  const known = state({ "scaleway_k8s_cluster.it": { ...cluster, id: "fr-par/1" } });
  const before = cni("${var.v}", variable({ default: "cilium" }));
  expect(reasonsOf(edit(before, cni("${var.v}", variable({ default: "calico" })), known))).toEqual([undefined]);
});
