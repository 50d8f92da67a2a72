import type { Report } from "../../../lib/recreation/report/report";
import type { Finding } from "../../../lib/recreation/rules/finding";

/** A certain replacement of something that holds data. */
export const finding: Finding = {
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
