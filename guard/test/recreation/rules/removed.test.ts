import { findRecreations } from "../../../lib/recreation/find";
import { removed } from "../../../lib/recreation/rules/removed";
import { at } from "../../terraform/addresses/at";
import { configuration, summaryOf } from "../support";
import { deletion, prediction } from "./prediction";

const address = "scaleway_rdb_database.db";
const found = (...more: Parameters<typeof deletion>[1][]) =>
  removed.find(prediction({ deletions: more.map((each) => deletion(address, each)) }));

test("a block that goes is destroyed, and may be kept outside Terraform", () => {
  expect(found({ path: "stack/db" })).toEqual([
    {
      rule: "removed",
      severity: "error",
      certainty: "will",
      action: "destroy",
      address,
      path: "stack/db",
      holds: "data",
      remedy:
        "To keep the object outside Terraform, say so in the constructor of the stack. Where another stack has it from now on, say " +
        "importId there, and password: false of a database: without them, that stack makes an empty one.",
      paste: ['this.addOverride("removed", [{ from: "scaleway_rdb_database.db", lifecycle: { destroy: false } }])'],
      hcl: ["removed {\n  from = scaleway_rdb_database.db\n\n  lifecycle {\n    destroy = false\n  }\n}"],
    },
  ]);
});

test("a module that goes is to be restored, or what is in it moved", () => {
  expect(found({ gone: "module" })[0]?.remedy).toBe(
    "Restore the module, or move scaleway_rdb_database.db out of it with a moved block.",
  );
});

test("a protection that went with the block is told first", () => {
  expect(found({ preventDestroy: true })[0]?.remedy).toMatch(
    /^Deleting the code also deleted its prevent_destroy, so Terraform will not refuse this plan\. To keep/,
  );
});

test("what is renamed, forgotten or only an instance is a matter of other rules", () => {
  expect(found({ renamedTo: at("scaleway_rdb_database.b") }, { action: "forget" }, { gone: "instance" })).toEqual([]);
});

describe("an edit", () => {
  const vpc = { name: "v" };
  const one = configuration({ scaleway_vpc: { a: vpc } });

  test("a block that goes is destroyed, also when prevent_destroy protected it", () => {
    const guarded = configuration({ scaleway_vpc: { a: { ...vpc, lifecycle: { prevent_destroy: true } } } });
    const [finding] = findRecreations({ before: guarded, after: configuration({}) });
    expect(finding).toMatchObject({ rule: "removed", action: "destroy", certainty: "will", address: "scaleway_vpc.a" });
    expect(finding?.paste).toContain(
      'this.addOverride("removed", [{ from: "scaleway_vpc.a", lifecycle: { destroy: false } }])',
    );
    expect(finding?.remedy).toContain("prevent_destroy");
  });

  test("a removed block that destroys, destroys", () => {
    const after = configuration({}, { removed: [{ from: "scaleway_vpc.a", lifecycle: [{ destroy: true }] }] });
    expect(summaryOf({ before: one, after })).toEqual(["will destroy scaleway_vpc.a"]);
  });

  test("a new block is no finding", () => {
    expect(summaryOf({ before: configuration({}), after: one })).toEqual([]);
  });
});
