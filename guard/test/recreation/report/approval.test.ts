import { applyApprovals, isBlocking } from "../../../lib/recreation/report/approval";
import { approvalLine } from "../../../lib/recreation/report/approval-line";
import type { Finding, Statement } from "../../../lib/recreation/rules/finding";
import { finding } from "./reports";

describe("isBlocking", () => {
  test.each<[Partial<Statement>, boolean, boolean]>([
    [{}, true, true],
    [{ action: "destroy" }, true, true],
    [{ severity: "warning" }, false, false],
    [{ certainty: "may" }, false, true],
    [{ action: "forget" }, false, false],
    [{ action: "unprotect" }, false, false],
    [{ action: "unchecked", certainty: "may" }, false, true],
  ])("%j: %p, and %p where may fails", (overrides, warn, fail) => {
    expect(isBlocking({ ...finding, ...overrides })).toBe(warn);
    expect(isBlocking({ ...finding, ...overrides }, { onMay: "fail" })).toBe(fail);
  });
});

describe("a development stack", () => {
  const pool: Finding = { ...finding, holds: "workload" };

  test("warns of workloads, and stops what holds data", () => {
    expect(isBlocking(pool, { development: true })).toBe(false);
    expect(isBlocking({ ...finding, holds: "data" }, { development: true })).toBe(true);
    expect(isBlocking(pool)).toBe(true);
  });

  test("stops nothing where it says so", () => {
    expect(isBlocking({ ...finding, holds: "data" }, { stateful: "warn" })).toBe(false);
    expect(isBlocking({ ...finding, holds: "data" }, { stateful: "approve" })).toBe(true);
  });
});

describe("applyApprovals", () => {
  const approval = {
    kind: "replacement",
    address: finding.address,
    attribute: "cni",
    from: "cilium",
    to: "calico",
    reason: "r",
  } as const;

  test("approves values as they are in code, or as they are shown", () => {
    expect(applyApprovals([finding], [approval])).toMatchObject({ open: [], stale: [], approved: [{ finding }] });
    expect(applyApprovals([finding], [{ ...approval, from: '"cilium"' }]).open).toEqual([]);
  });

  test("approves every instance of a resource, or one", () => {
    const instances = ["[0]", '["a"]', '["x]y"]'].map((key) => ({ ...finding, address: `${finding.address}${key}` }));
    expect(applyApprovals(instances, [approval]).open).toEqual([]);
    expect(applyApprovals(instances, [{ ...approval, address: `${finding.address}[0]` }]).open).toEqual(
      instances.slice(1),
    );
  });

  test("tells null from values", () => {
    const unset = { ...finding, before: "null", after: "1" };
    expect(applyApprovals([unset], [{ ...approval, from: undefined, to: 1 }]).open).toEqual([]);
    expect(applyApprovals([unset], [{ ...approval, from: "", to: 1 }]).open).toEqual([unset]);
  });

  describe("takes one change however it is spelt:", () => {
    const network = "scaleway_vpc_private_network.a.id";
    test.each<[string, unknown, unknown, string, string]>([
      [
        "a reference, and the id that a plan has",
        network,
        "scaleway_vpc_private_network.b.id",
        '"fr-par/1"',
        '"fr-par/2"',
      ],
      [
        "a reference, and what a plan does not know yet",
        network,
        "scaleway_vpc_private_network.b.id",
        '"fr-par/1"',
        "(known after apply)",
      ],
      ["what is known later, and the id", network, "(known after apply)", '"fr-par/1"', '"fr-par/2"'],
      ["a value, and what a plan does not know yet", "fr-par-1", "fr-par-3", '"fr-par-1"', "(known after apply)"],
      ["a variable, and its value", "var.zone", "fr-par-3", '"fr-par-1"', '"fr-par-3"'],
    ])("%s", (_, from, to, before, after) => {
      expect(applyApprovals([{ ...finding, before, after }], [{ ...approval, from, to }]).open).toEqual([]);
    });

    test.each<[string, unknown, unknown, string, string]>([
      ["another value", "cilium", "calico", '"cilium"', '"kilo"'],
      ["another reference", network, "scaleway_vpc_private_network.b.id", network, "scaleway_vpc_private_network.c.id"],
      ["a reference where a value was approved", "cilium", "calico", '"cilium"', "scaleway_vpc.a.name"],
    ])("and not %s", (_, from, to, before, after) => {
      expect(applyApprovals([{ ...finding, before, after }], [{ ...approval, from, to }]).open).toHaveLength(1);
    });
  });

  describe("what follows", () => {
    const pool = {
      ...finding,
      rule: "cascade",
      address: "scaleway_k8s_pool.p",
      attribute: "cluster_id",
      cause: finding.address,
    };
    const record = { ...pool, address: "scaleway_domain_record.r", cause: pool.address };
    const other = { ...pool, address: "scaleway_k8s_pool.q", cause: "scaleway_k8s_cluster.other" };
    const all = [finding, pool, record, other];

    test("is open without a word about it", () => {
      expect(applyApprovals(all, [approval])).toMatchObject({ open: [pool, record, other], approved: [{ finding }] });
    });

    test("is approved with it, through any number of steps, and nothing else is", () => {
      const cascading = { ...approval, cascade: "pools go with it" };
      expect(applyApprovals(all, [cascading])).toEqual({
        open: [other],
        approved: [
          { finding, approval: cascading },
          { finding: pool, approval: cascading, follows: true },
          { finding: record, approval: cascading, follows: true },
        ],
        stale: [],
      });
    });

    test("does not make an approval count that matches nothing itself", () => {
      const elsewhere = { ...approval, attribute: "type", cascade: "pools go with it" };
      expect(applyApprovals(all, [elsewhere])).toEqual({ open: all, approved: [], stale: [elsewhere] });
    });

    test("from a removal is approved with that", () => {
      const removed: Finding = { ...finding, rule: "removed", action: "destroy", attribute: undefined };
      const removal = { kind: "removal", address: finding.address, reason: "r", cascade: "c" } as const;
      expect(applyApprovals([removed, pool], [removal]).open).toEqual([]);
    });
  });

  test("never approves what loses its protection", () => {
    const unprotect: Finding = { ...finding, action: "unprotect" };
    expect(
      applyApprovals([unprotect], [approval, { kind: "removal", address: finding.address, reason: "r" }]).open,
    ).toEqual([unprotect]);
  });
});

test("an approval without any key is about each instance in each instance of its modules", () => {
  const gone: Finding = { ...finding, action: "destroy", address: 'module.m[0].scaleway_vpc.v["a"]' };
  const covers = (address: string) =>
    applyApprovals([gone], [{ kind: "removal", address, reason: "r" }]).approved.length;
  expect([covers("module.m.scaleway_vpc.v"), covers("module.m[0].scaleway_vpc.v"), covers(gone.address)]).toEqual([
    1, 1, 1,
  ]);
  expect([covers("module.m[1].scaleway_vpc.v"), covers("scaleway_vpc.v"), covers("module.m")]).toEqual([0, 0, 0]);
});

describe("approvalLine", () => {
  test.each([
    ['"cilium"', '"calico"', 'from: "cilium", to: "calico"'],
    ["null", "40", "from: null, to: 40"],
    ["true", "(known after apply)", 'from: true, to: "(known after apply)"'],
    ["scaleway_vpc.a.id", undefined, 'from: "scaleway_vpc.a.id", to: null'],
  ])("writes %s -> %s as code", (before, after, expected) => {
    expect(approvalLine({ ...finding, before, after })).toContain(expected);
  });

  test("an approval that is pasted approves", () => {
    const line = approvalLine({ ...finding, before: "true", after: "(known after apply)" })!;
    const [, from, to] = /from: (.*), to: (.*), reason/.exec(line)!;
    const approval = {
      kind: "replacement",
      address: finding.address,
      attribute: "cni",
      from: JSON.parse(from!),
      to: JSON.parse(to!),
      reason: "r",
    } as const;
    expect(applyApprovals([{ ...finding, before: "true", after: "(known after apply)" }], [approval]).open).toEqual([]);
  });

  test("there is none for what cannot be approved", () => {
    expect(approvalLine({ ...finding, action: "unprotect" })).toBeUndefined();
  });
});
