import { describeApproval, symbolOf, verbOf } from "../../../lib/recreation/report/report";
import type { Finding } from "../../../lib/recreation/rules/finding";
import { finding } from "./reports";

test.each<[Finding["action"], Finding["certainty"], string, string]>([
  ["replace", "will", "-/+", "must be replaced"],
  ["replace", "may", "-/+", "may be replaced"],
  ["destroy", "will", "  -", "will be destroyed"],
  ["destroy", "may", "  -", "may be destroyed"],
  ["forget", "may", "  .", "may be left running outside Terraform"],
  ["unprotect", "will", "  !", "loses its protection"],
  ["ignore", "will", "  ~", "hides a replacement"],
  ["unchecked", "may", "  ?", "could not be checked"],
])("what is to %s and %s happen has the symbol %j and reads: %s", (action, certainty, symbol, verb) => {
  expect(symbolOf(action)).toBe(symbol);
  expect(verbOf({ ...finding, action, certainty })).toBe(verb);
});

test("an approval reads as a sentence", () => {
  const approval = { address: "scaleway_k8s_cluster.c", reason: "moved over" };
  expect(describeApproval({ ...approval, kind: "removal" })).toBe("removal of scaleway_k8s_cluster.c: moved over");
  expect(describeApproval({ ...approval, kind: "replacement", attribute: "cni", from: "a", to: "b" })).toBe(
    "replacement for cni of scaleway_k8s_cluster.c: moved over",
  );
});
