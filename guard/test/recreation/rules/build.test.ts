import type { ReplacementCause } from "../../../lib/recreation/prediction/prediction";
import {
  about,
  deletionFinding,
  movedLine,
  removedLine,
  replacementFinding,
  replacementFindings,
  sentences,
} from "../../../lib/recreation/rules/build";
import { parseTarget } from "../../../lib/terraform/addresses";
import { mark, OpaqueValue, Unknown } from "../../../lib/terraform/values/value";
import { at, pathTo } from "../../terraform/addresses/at";
import { deletion, object, prediction } from "./prediction";

describe("what a subject decides", () => {
  test.each([
    ["scaleway_k8s_cluster.c", "replace", "error", "data"],
    ["module.m.scaleway_k8s_pool.p[0]", "destroy", "error", "workload"],
    ["scaleway_k8s_cluster.c", "forget", "error", undefined],
    ["scaleway_rdb_acl.a", "destroy", "warning", undefined],
    ["scaleway_not_reviewed.a", "replace", "error", undefined],
    ["module.m", "unchecked", "error", undefined],
  ] as const)("of %s that it is to %s: %s, losing %s", (address, action, severity, holds) => {
    expect(about({ address: parseTarget(address)! }, action, undefined)).toEqual({
      severity,
      certainty: "will",
      action,
      address,
      ...(holds === undefined ? {} : { holds }),
    });
  });

  test("is in doubt where there is a reason", () => {
    const because = { reason: "data-source" } as const;
    expect(about({ address: at("scaleway_vpc.a"), path: "stack/a" }, "replace", because)).toMatchObject({
      certainty: "may",
      because,
      path: "stack/a",
    });
  });
});

test("a replacement has of its cause what there is, in Terraform's notation", () => {
  const cause = {
    kind: "attribute",
    path: pathTo("a[0].b"),
    before: [1],
    after: new Unknown(at("t.x")),
    cause: at("t.new"),
  } as const;
  const made = replacementFinding("r", "replace", object("scaleway_vpc.a"), { ...cause, before: ["x"] }, "Do.");
  expect(made).toMatchObject({
    attribute: "a[0].b",
    before: '["x"]',
    after: "(known after apply)",
    cause: "t.new",
    remedy: "Do.",
  });
  const bare = replacementFinding("r", "replace", object("scaleway_vpc.a"), { kind: "tainted" }, "Do.");
  expect(Object.keys(bare).sort()).toEqual(["action", "address", "certainty", "holds", "remedy", "rule", "severity"]);
});

test("a remedy begins with a refusal by Terraform, then the doubt, then the advice", () => {
  const refused = object("scaleway_vpc.a", { preventDestroy: { before: false, after: { on: true } } });
  const doubtful = { kind: "attribute", because: { reason: "data-source" } } as const;
  expect(replacementFinding("r", "replace", refused, doubtful, "Do.").remedy).toBe(
    "prevent_destroy makes Terraform refuse this plan. " +
      "What the data source answers is known only when it is read. Do.",
  );
  const leaving = deletion("scaleway_vpc.a", { because: { reason: "variable-default", about: "n" } });
  expect(deletionFinding("r", leaving, "Do.").remedy).toBe(
    "It is the default of var.n, which a value given outside the files may override. Do.",
  );
});

test("each cause that a rule is about is a finding, of each object", () => {
  const replacements = [
    { kind: "tainted" },
    { kind: "attribute", path: pathTo("x") },
    { kind: "attribute", path: pathTo("y") },
  ] as const;
  const objects = [object("scaleway_vpc.a", { replacements }), object("scaleway_vpc.b", { replacements })];
  const found = replacementFindings(
    prediction({ objects }),
    "r",
    ({ kind }) => kind === "attribute",
    ({ address }, { path }) => `${address} ${path?.toString() ?? ""}`,
  );
  expect(found.map(({ remedy }) => remedy)).toEqual([
    "scaleway_vpc.a x",
    "scaleway_vpc.a y",
    "scaleway_vpc.b x",
    "scaleway_vpc.b y",
  ]);
});

test("a cause that is renamed goes by the name that it has", () => {
  const replacements = [{ kind: "attribute", path: pathTo("x"), cause: at("scaleway_vpc.new") }] as const;
  const [found] = replacementFindings(
    prediction({
      objects: [object("scaleway_vpc.a", { replacements })],
      deletions: [deletion("scaleway_vpc.old", { renamedTo: at("scaleway_vpc.new") })],
    }),
    "r",
    () => true,
    (_, { cause = "" }) => `Keep ${cause}.`,
  );
  expect(found).toMatchObject({ cause: "scaleway_vpc.old", remedy: "Keep scaleway_vpc.old." });
});

describe("a new name of what is made before the old one goes", () => {
  const name = { kind: "attribute", path: pathTo("name") } as const;
  const type = { kind: "attribute", path: pathTo("node_type") } as const;
  const doubt = { because: { reason: "variable-default" } } as const;
  const pathsOf = (createBeforeDestroy: boolean, ...replacements: ReplacementCause[]) =>
    replacementFindings(
      prediction({ objects: [object("scaleway_k8s_pool.p", { createBeforeDestroy, replacements })] }),
      "r",
      () => true,
      () => "Do.",
    ).map(({ attribute, remedy }) => `${attribute}: ${remedy}`);

  test("follows from what else replaces it, and is no finding of its own", () => {
    expect(pathsOf(true, name, type)).toEqual(["node_type: The new one is made before this one goes. Do."]);
  });

  test("is one where nothing else replaces it, or only may, and for what goes first", () => {
    expect(pathsOf(true, name)).toHaveLength(1);
    expect(pathsOf(true, name, { ...type, ...doubt })).toHaveLength(2);
    expect(pathsOf(true, { ...name, ...doubt }, { ...type, ...doubt })).toHaveLength(1);
    expect(pathsOf(false, name, type)).toEqual(["name: Do.", "node_type: Do."]);
  });
});

test("what may become unknown is shown as unknown, beside what it is", () => {
  const value = new OpaqueValue("scaleway_vpc.x.id");
  const after = mark(value, { mayBecomeUnknown: at("scaleway_vpc.x") });
  const made = replacementFinding(
    "r",
    "replace",
    object("scaleway_vpc.a"),
    { kind: "attribute", before: value, after },
    "",
  );
  expect(made).toMatchObject({ before: "scaleway_vpc.x.id", after: "(known after apply)" });
});

test("sentences are those that say something", () => {
  expect(sentences("One.", undefined, "", "Two.")).toBe("One. Two.");
  expect(sentences(undefined)).toBe("");
});

test("what to write quotes addresses, and a removed block names no key, in a constructor and in HCL", () => {
  expect(movedLine(at('scaleway_vpc.a["x"]'), at("scaleway_vpc.b"))).toEqual({
    construct: String.raw`RecreationGuard.of(this).moved("scaleway_vpc.a[\"x\"]", "scaleway_vpc.b")`,
    hcl: 'moved {\n  from = scaleway_vpc.a["x"]\n  to   = scaleway_vpc.b\n}',
  });
  expect(removedLine(at('module.m[0].scaleway_vpc.a["x"]'))).toMatchObject({
    hcl: expect.stringContaining("from = module.m.scaleway_vpc.a\n"),
  });
  expect(removedLine(at('scaleway_vpc.a["x"]')).construct).toBe(
    'this.addOverride("removed", [{ from: "scaleway_vpc.a", lifecycle: { destroy: false } }])',
  );
});
