import { markdownReport } from "../../../lib/recreation/report/markdown";
import { finding, reportOf } from "./reports";

test("a Markdown report keeps table cells whole", () => {
  const unusual = { ...finding, address: 'scaleway_k8s_cluster.c["a|`b"]' };
  const row = markdownReport(reportOf({ open: [unusual] }))
    .split("\n")
    .find((line) => line.startsWith("| ⛔"))!;
  expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
});

test("a Markdown report tells what blocks from what does not, with the line that accepts it", () => {
  const report = markdownReport(
    reportOf({ open: [finding, { ...finding, severity: "warning", remedy: "Look <here>." }] }),
  );
  expect(report).toContain(
    "### stack platform: compared with platform.json at 1a2b3c4d5e6f (HEAD).\n\nstack platform: 1 blocking, 1 warning",
  );
  expect(report).toContain(
    '| ⛔ | `scaleway_k8s_cluster.c` | must be replaced | `cni: "cilium" -> "calico"` | `immutable-attribute` |',
  );
  expect(report.match(/^\| ⚠️ /gm)).toHaveLength(1);
  expect(
    report.match(/To accept it, in the constructor of its stack: `RecreationGuard\.of\(this\)\.allowReplacement/g),
  ).toHaveLength(1);
  expect(report).toContain("Look \\<here\\>.");
});

test("a Markdown report lists approvals and notes, and no table where nothing is open", () => {
  const approval = { kind: "removal", address: finding.address, reason: "moved over" } as const;
  const report = reportOf({ open: [], approved: [{ finding, approval }], stale: [approval], notes: ["A note."] });
  expect(markdownReport(report).split("\n\n").slice(1)).toEqual([
    "stack platform: 0 blocking, 0 warnings, 1 approved, 1 stale approvals.",
    "- approved: `scaleway_k8s_cluster.c` must be replaced. removal of scaleway_k8s_cluster.c: moved over",
    "- stale approval: removal of scaleway_k8s_cluster.c: moved over",
    "- A note.",
  ]);
});
