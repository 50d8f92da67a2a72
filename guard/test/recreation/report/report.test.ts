import { describeApproval, lossOf, symbolOf, verbOf } from "../../../lib/recreation/report/report";
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

test.each<[Finding["action"], Finding["holds"], string | undefined]>([
  ["replace", "data", "Replacing it loses its data."],
  ["upgrade", "data", "Replacing it loses its data."],
  ["destroy", "data", "Destroying it loses its data."],
  ["open", "data", "It holds data."],
  ["destroy", "workload", "It runs workloads, which stop."],
  ["replace", undefined, undefined],
])("what is lost by %s of what holds %s reads: %s", (action, holds, text) => {
  const { holds: _, ...rest } = finding;
  expect(lossOf({ ...rest, action, ...(holds === undefined ? {} : { holds }) })).toBe(text);
});

test("an approval reads as a sentence", () => {
  const approval = { address: "scaleway_k8s_cluster.c", reason: "moved over" };
  expect(describeApproval({ ...approval, kind: "removal" })).toBe("removal of scaleway_k8s_cluster.c: moved over");
  expect(describeApproval({ ...approval, kind: "replacement", attribute: "cni", from: "a", to: "b" })).toBe(
    "replacement for cni of scaleway_k8s_cluster.c: moved over",
  );
});
