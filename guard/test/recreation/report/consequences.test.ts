import { findRecreations } from "../../../lib/recreation";
import { applyApprovals, type Approval } from "../../../lib/recreation/report/approval";
import { causesOf } from "../../../lib/recreation/report/consequences";
import { treeOf } from "../../../lib/recreation/report/tree";
import type { Finding } from "../../../lib/recreation/rules";
import { keptWith } from "../../../lib/recreation/rules";
import { subjectName } from "../../../lib/recreation/rules/subject";

interface Edit {
  readonly subnet?: string;
  readonly cni?: string;
  readonly nodeType?: string;
}

/** A network, a cluster on it, and its pools, as one edit after the other leaves them. */
function platform({ subnet = "172.16.0.0/22", cni = "cilium", nodeType = "DEV1-M" }: Edit = {}, pools = 2): object {
  const names = Array.from({ length: pools }, (_, index) => `p${String(index).padStart(2, "0")}`);
  const pool = { cluster_id: "${scaleway_k8s_cluster.c.id}", node_type: nodeType, size: 1 };
  return {
    resource: {
      scaleway_vpc_private_network: { n: { name: "n", ipv4_subnet: [{ subnet }] } },
      scaleway_k8s_cluster: {
        c: { name: "c", version: "1.35.3", cni, private_network_id: "${scaleway_vpc_private_network.n.id}" },
      },
      scaleway_k8s_pool: Object.fromEntries(names.map((name) => [name, { name, ...pool }])),
    },
  };
}

const findings = (edit: Edit, pools?: number): Finding[] =>
  findRecreations({ before: platform({}, pools), after: platform(edit, pools) });

const shape = (given: readonly Finding[]) =>
  causesOf(given).map(({ finding, consequences }) => [
    `${finding.address} ${finding.attribute ?? ""}`,
    ...consequences.map((each) => `${each.steps} ${each.finding.address} ${each.finding.attribute ?? ""}`),
  ]);

test("one cause has all that follows under it, step by step", () => {
  expect(shape(findings({ subnet: "10.0.0.0/22" }))).toEqual([
    [
      "scaleway_vpc_private_network.n ipv4_subnet[0].subnet",
      "1 scaleway_k8s_cluster.c private_network_id",
      "2 scaleway_k8s_pool.p00 cluster_id",
      "2 scaleway_k8s_pool.p01 cluster_id",
    ],
  ]);
});

test("what changes by itself stands alone, also where something else takes it along", () => {
  expect(shape(findings({ cni: "calico", nodeType: "PRO2-S" }, 1))).toEqual([
    ["scaleway_k8s_cluster.c cni", "1 scaleway_k8s_pool.p00 cluster_id"],
    ["scaleway_k8s_pool.p00 node_type"],
  ]);
});

test("what follows from something that is not lost here stands alone", () => {
  const [, follower] = findings({ cni: "calico" }, 1);
  expect(shape([follower!])).toEqual([["scaleway_k8s_pool.p00 cluster_id"]]);
});

test("what says something else than to keep the cause stands alone", () => {
  const [cause, follower] = findings({ cni: "calico" }, 1);
  expect(shape([cause!, { ...follower!, remedy: "Set cluster_id." }])).toHaveLength(2);
});

test("what has a doubt of its own stands alone, and what only shares that of its cause does not", () => {
  const [cause, follower] = findings({ cni: "calico" }, 1);
  const doubted = (finding: Finding, reason: "reference-or-literal" | "cause-may-change"): Finding => ({
    ...finding,
    certainty: "may",
    because: { reason, about: "x" },
  });
  expect(shape([cause!, doubted(follower!, "reference-or-literal")])).toHaveLength(2);
  expect(shape([cause!, doubted(follower!, "cause-may-change")])).toHaveLength(1);
  const both = [doubted(cause!, "reference-or-literal"), doubted(follower!, "reference-or-literal")];
  expect(shape(both)).toHaveLength(1);
});

/** The same about another object. */
const following = ({ stack: _stack, plan: _plan, ...finding }: Finding, address: string): Finding => ({
  ...finding,
  address,
});

test("nothing is left out, and nothing said twice, however findings follow from each other", () => {
  const [, follower] = findings({ cni: "calico" }, 1);
  const finding = (address: string, cause: string): Finding =>
    following({ ...follower!, cause, remedy: keptWith(cause) }, address);
  const circle = [finding("a.a", "b.b"), finding("b.b", "a.a"), finding("c.c", "b.b"), finding("d.d", "d.d")];
  const told = causesOf(circle).flatMap(({ finding: each, consequences }) => [
    each,
    ...consequences.map((consequence) => consequence.finding),
  ]);
  expect(told).toHaveLength(circle.length);
  expect(new Set(told)).toEqual(new Set(circle));
});

test("a long chain ends", () => {
  const [cause, follower] = findings({ cni: "calico" }, 1);
  const chain = Array.from({ length: 20_000 }, (_, index) => {
    const before = index === 0 ? subjectName(cause!) : `scaleway_k8s_pool.p${index - 1}`;
    return following({ ...follower!, cause: before, remedy: keptWith(before) }, `scaleway_k8s_pool.p${index}`);
  });
  const [only, ...others] = causesOf([cause!, ...chain]);
  expect(others).toEqual([]);
  expect(only?.consequences).toHaveLength(20_000);
  expect(treeOf(only!)).toHaveLength(21);
});

test("approving a cause with what follows approves all that is shown under it", () => {
  for (const cause of causesOf(findings({ subnet: "10.0.0.0/22" }))) {
    const { attribute = "", before, after } = cause.finding;
    const address = subjectName(cause.finding);
    const [from, to] = [before, after].map((value) => JSON.parse(value!) as unknown);
    const approval: Approval = { kind: "replacement", address, attribute, from, to, reason: "r", cascade: "c" };
    const shown = [cause.finding, ...cause.consequences.map((each) => each.finding)];
    expect(applyApprovals(shown, [approval]).open).toEqual([]);
  }
});

describe("the tree", () => {
  const treesOf = (edit: Edit, pools?: number) => causesOf(findings(edit, pools)).map(treeOf);

  test("has a branch a step", () => {
    expect(treesOf({ subnet: "10.0.0.0/22" })).toEqual([
      [
        "It takes 3 others along:",
        "└─ -/+ scaleway_k8s_cluster.c must be replaced: private_network_id. Replacing it loses its data.",
        "   ├─ -/+ scaleway_k8s_pool.p00 must be replaced: cluster_id. It runs workloads, which stop.",
        "   └─ -/+ scaleway_k8s_pool.p01 must be replaced: cluster_id. It runs workloads, which stop.",
      ],
    ]);
  });

  test("fits on a screen, and counts what does not", () => {
    const [lines] = treesOf({ cni: "calico" }, 40);
    expect(lines).toHaveLength(21);
    expect(lines?.[0]).toBe("It takes 40 others along:");
    expect(lines?.at(-2)).toMatch(/^├─ /);
    expect(lines?.at(-1)).toBe("└─ and 21 more: 21 scaleway_k8s_pool");
  });

  test("is nothing where nothing follows", () => {
    expect(treesOf({ nodeType: "PRO2-S" }, 1)).toEqual([[]]);
  });
});
