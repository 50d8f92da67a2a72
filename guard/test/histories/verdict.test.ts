import type { Loss } from "../../histories/losses";
import { lossesIn } from "../../histories/losses";
import { disagreementsOf, isToldByDoubt } from "../../histories/verdict";
import type { Finding, FindingAction } from "../../lib/recreation/rules/finding";

const finding = (address: string, certainty: "will" | "may" = "will", action: FindingAction = "replace"): Finding => ({
  rule: "immutable-attribute",
  severity: "error",
  certainty,
  action,
  address,
  remedy: "",
});

const compared = (lost: Record<string, Loss>, ...findings: Finding[]) =>
  disagreementsOf({ withState: false, findings }, new Map(Object.entries(lost))).map(
    ({ problem, address }) => `${problem}: ${address}`,
  );

test("what both say is agreed", () => {
  expect(compared({ "a.b": "replace" }, finding("a.b"))).toEqual([]);
  expect(compared({ "a.b": "destroy" }, finding("a.b", "may"))).toEqual([]);
});

test("a loss without a finding is missed", () => {
  expect(compared({ "a.b": "replace" }, finding("a.c", "may"))).toEqual(["missed: a.b", "doubt: a.c"]);
  expect(compared({ "a.b": "replace" }, finding("a.b", "will", "unprotect"))).toEqual(["missed: a.b"]);
});

test("an unchecked module tells of all in it, and of nothing else", () => {
  const unchecked = finding("module.m", "will", "unchecked");
  expect(compared({ "module.m.a.b": "replace", 'module.m["x"].a.b': "destroy" }, unchecked)).toEqual([]);
  expect(compared({ "module.mm.a.b": "replace" }, unchecked)).toEqual(["missed: module.mm.a.b", "doubt: module.m"]);
});

test("a finding that is sure of what is kept is false, one that is not doubts", () => {
  expect(compared({}, finding("a.b"), finding("a.b", "may"), finding("a.c", "may"))).toEqual([
    "false will: a.b",
    "doubt: a.c",
  ]);
});

test("to be forgotten is another thing than to be destroyed", () => {
  expect(compared({ "a.b": "forget" }, finding("a.b", "will", "destroy"))).toEqual(["misnamed: a.b"]);
  expect(compared({ "a.b": "forget" }, finding("a.b", "will", "forget"))).toEqual([]);
});

test("a guard that refuses says nothing else", () => {
  const opinion = { withState: true, findings: [], refusal: "no" };
  expect(disagreementsOf(opinion, new Map([["a.b", "replace"]]))).toEqual([
    { problem: "guard refuses", withState: true, address: "no" },
  ]);
});

test("a loss is told by doubt where nothing is sure of it", () => {
  const opinion = { withState: false, findings: [finding("a.b", "may"), finding("a.c")] };
  expect(["a.b", "a.c", "a.d"].map((address) => isToldByDoubt(opinion, address))).toEqual([true, false, false]);
});

test("the losses of Scaleway's objects are read from a plan", () => {
  const change = (address: string, actions: string[], mode = "managed") => ({
    address,
    mode,
    type: address.split(".")[0] ?? "",
    change: { actions },
  });
  const plan = {
    resource_changes: [
      change("scaleway_vpc.a", ["delete", "create"]),
      change("scaleway_vpc.b", ["create", "delete"]),
      change("scaleway_vpc.c", ["delete"]),
      change("scaleway_vpc.d", ["forget"]),
      change("scaleway_vpc.e", ["update"]),
      change("terraform_data.f", ["delete"]),
      change("scaleway_vpc.g", ["delete"], "data"),
    ],
  };
  expect(Object.fromEntries(lossesIn(plan))).toEqual({
    "scaleway_vpc.a": "replace",
    "scaleway_vpc.b": "replace",
    "scaleway_vpc.c": "destroy",
    "scaleway_vpc.d": "forget",
  });
});
