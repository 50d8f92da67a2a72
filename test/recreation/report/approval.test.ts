import type { Finding } from "../../../lib/recreation";
import { applyApprovals, approvalLine, isBlocking } from "../../../lib/recreation/report/approval";
import { finding } from "./reports";

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
