import type { Finding } from "../../../lib/recreation";
import { jsonReport, markdownReport, type Report, textReport } from "../../../lib/recreation/report";
import { applyApprovals, approvalLine, isBlocking } from "../../../lib/recreation/report/approval";

const finding: Finding = {
  rule: "immutable-attribute",
  severity: "error",
  certainty: "will",
  action: "replace",
  address: "scaleway_k8s_cluster.c",
  path: "platform/cluster/Resource",
  attribute: "cni",
  before: '"cilium"',
  after: '"calico"',
  remedy: "Set it back.",
};
const reportOf = (overrides: Partial<Report> = {}): Report => ({
  subject: "stack platform",
  open: [finding],
  approved: [],
  stale: [],
  ...overrides,
});

describe("isBlocking", () => {
  test.each<[Partial<Finding>, boolean, boolean]>([
    [{}, true, true],
    [{ action: "destroy" }, true, true],
    [{ severity: "warning" }, false, false],
    [{ certainty: "may" }, false, true],
    [{ action: "forget" }, false, false],
    [{ action: "unprotect" }, false, false],
    [{ action: "unchecked", certainty: "may" }, false, true],
  ])("%j: %p, and %p where may fails", (overrides, warn, fail) => {
    expect(isBlocking({ ...finding, ...overrides })).toBe(warn);
    expect(isBlocking({ ...finding, ...overrides }, "fail")).toBe(fail);
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
    const instances = ["[0]", '["a"]'].map((key) => ({ ...finding, address: `${finding.address}${key}` }));
    expect(applyApprovals(instances, [approval]).open).toEqual([]);
    expect(applyApprovals(instances, [{ ...approval, address: `${finding.address}[0]` }]).open).toEqual([instances[1]]);
  });

  test("tells null from values", () => {
    const unset = { ...finding, before: "null", after: "1" };
    expect(applyApprovals([unset], [{ ...approval, from: undefined, to: 1 }]).open).toEqual([]);
    expect(applyApprovals([unset], [{ ...approval, from: "", to: 1 }]).open).toEqual([unset]);
  });

  test("never approves what loses its protection", () => {
    const unprotect: Finding = { ...finding, action: "unprotect" };
    expect(
      applyApprovals([unprotect], [approval, { kind: "removal", address: finding.address, reason: "r" }]).open,
    ).toEqual([unprotect]);
  });
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

describe("textReport", () => {
  test("reads like a plan", () => {
    expect(textReport(reportOf())).toMatchInlineSnapshot(`
     "  # scaleway_k8s_cluster.c will be destroyed and created again
         (construct platform/cluster/Resource)
     -/+ cni = "cilium" -> "calico"
         Set it back.
         To accept it: guard.allowReplacement({ resource: "scaleway_k8s_cluster.c", attribute: "cni", from: "cilium", to: "calico", reason: "…" })
         rule immutable-attribute; kapsule-guard explain immutable-attribute

     stack platform: 1 blocking, 0 to look at, 0 approved, 0 stale approvals."
    `);
  });

  test("has colours only when they are welcome", () => {
    const escape = String.fromCharCode(27);
    expect(textReport(reportOf(), { color: true })).toContain(escape);
    expect(textReport(reportOf())).not.toContain(escape);
  });

  test("says the cause", () => {
    expect(textReport(reportOf({ open: [{ ...finding, cause: "scaleway_vpc.v" }] }))).toContain(
      "because of scaleway_vpc.v",
    );
  });

  test("counts what may fail as blocking where it does", () => {
    const open: Finding[] = [{ ...finding, certainty: "may" }];
    expect(textReport(reportOf({ open }))).toContain("0 blocking, 1 to look at");
    expect(textReport(reportOf({ open, onMay: "fail" }))).toContain("1 blocking, 0 to look at");
  });
});

describe("markdownReport", () => {
  test("keeps table cells whole", () => {
    const unusual = { ...finding, address: 'scaleway_k8s_cluster.c["a|`b"]' };
    const row = markdownReport(reportOf({ open: [unusual] }))
      .split("\n")
      .find((line) => line.startsWith("| ⛔"))!;
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
  });
});

describe("jsonReport", () => {
  test("has a version, and what is blocking", () => {
    expect(JSON.parse(jsonReport([reportOf()]))).toEqual({
      version: 2,
      findings: [{ subject: "stack platform", ...finding, blocking: true }],
      approved: [],
      staleApprovals: [],
      baselines: [],
      notes: [],
    });
  });
});
