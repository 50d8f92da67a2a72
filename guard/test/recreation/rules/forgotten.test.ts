import { findRecreations } from "../../../lib/recreation/find";
import { forgotten } from "../../../lib/recreation/rules/forgotten";
import { configuration, summaryOf } from "../support";
import { deletion, prediction } from "./prediction";

test("what is forgotten keeps running, which is only a warning", () => {
  const deletions = [deletion("scaleway_rdb_database.db", { action: "forget", path: "stack/db" })];
  expect(forgotten.find(prediction({ deletions }))).toEqual([
    {
      rule: "forgotten",
      severity: "warning",
      certainty: "will",
      action: "forget",
      address: "scaleway_rdb_database.db",
      path: "stack/db",
      remedy: "Nothing is destroyed. Import the object where it is managed from now on.",
    },
  ]);
});

test("what is destroyed is not forgotten", () => {
  expect(forgotten.find(prediction({ deletions: [deletion("scaleway_rdb_database.db")] }))).toEqual([]);
});

describe("an edit", () => {
  const one = configuration({ scaleway_vpc: { a: { name: "v" } } });

  test("a removed block that does not destroy, as the remedy of a removed resource has it, forgets", () => {
    const after = configuration({}, { removed: [{ from: "scaleway_vpc.a", lifecycle: { destroy: false } }] });
    expect(summaryOf({ before: one, after })).toEqual(["will forget scaleway_vpc.a"]);
    expect(findRecreations({ before: one, after })[0]?.rule).toBe("forgotten");
  });
});
