import type { Report } from "../../../lib/recreation/report/report";
import type { Statement } from "../../../lib/recreation/rules/finding";
import type { ObjectSubject } from "../../../lib/recreation/rules/subject";

/** A certain replacement of something that holds data. */
export const finding: Statement & ObjectSubject = {
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

/** A report of that finding alone, but for what is given. */
export const reportOf = (overrides: Partial<Report> = {}): Report => ({
  subject: "stack platform",
  baseline: "platform.json at 1a2b3c4d5e6f (HEAD)",
  open: [finding],
  approved: [],
  stale: [],
  ...overrides,
});
