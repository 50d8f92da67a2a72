import { lockOf } from "../../../lib/recreation/baseline/lock/lock";
import { parseLock, serializeLock } from "../../../lib/recreation/baseline/lock/parse";
import { findRecreationsInPlan } from "../../../lib/recreation/find";
import { engineUpgrade } from "../../../lib/recreation/rules/engine-upgrade";
import { pathTo } from "../../terraform/addresses/at";
import { configuration, summaryOf, summaryOfEdit } from "../support";
import { object, prediction } from "./prediction";

const address = "scaleway_rdb_instance.it";
const engine = { kind: "attribute", path: pathTo("engine"), before: "PostgreSQL-15", after: "PostgreSQL-16" } as const;
const upgrade = (more: object = {}) =>
  engineUpgrade.find(
    prediction({ objects: [object(address, { action: "update", providerRecreations: [engine], ...more })] }),
  );
const rdb = (name: string) => ({ name: "n", node_type: "DB-DEV-S", engine: name });

test("an engine that changes is a certain loss, which protection does not stop", () => {
  expect(upgrade({ preventDestroy: { before: true, after: true } })).toEqual([
    expect.objectContaining({
      rule: "engine-upgrade",
      severity: "error",
      certainty: "will",
      action: "upgrade",
      holds: "data",
      attribute: "engine",
      before: '"PostgreSQL-15"',
      after: '"PostgreSQL-16"',
      remedy: expect.stringMatching(/^Writes after the copy are lost, and prevent_destroy does not stop it\./),
    }),
  ]);
});

test("an instance that is replaced anyway is one finding, one that only may be is two", () => {
  const replacement = { kind: "attribute", path: pathTo("init_settings") } as const;
  expect(upgrade({ action: "replace", replacements: [replacement] })).toEqual([]);
  const doubtful = { ...replacement, because: { reason: "variable-default" } };
  expect(upgrade({ action: "replace", replacements: [doubtful] })).toHaveLength(1);
});

describe("an edit", () => {
  test("of the engine is found, and one of its spelling or of the node type is not", () => {
    expect(summaryOfEdit("scaleway_rdb_instance", rdb("PostgreSQL-15"), rdb("PostgreSQL-16"))).toEqual([
      `will upgrade ${address} engine`,
    ]);
    expect(summaryOfEdit("scaleway_rdb_instance", rdb("PostgreSQL-15"), rdb("postgresql-15"))).toEqual([]);
    const larger = { ...rdb("PostgreSQL-15"), node_type: "DB-GP-S" };
    expect(summaryOfEdit("scaleway_rdb_instance", rdb("PostgreSQL-15"), larger)).toEqual([]);
  });

  test("is found through a lock and with a state, too", () => {
    const of = (name: string) => configuration({ scaleway_rdb_instance: { it: rdb(name) } });
    const before = parseLock(serializeLock(lockOf(of("PostgreSQL-15"), { stack: "s" })));
    expect(summaryOf({ before, after: of("PostgreSQL-16") })).toEqual([`will upgrade ${address} engine`]);
    const [was, wanted] = [rdb("PostgreSQL-15"), rdb("PostgreSQL-16")];
    expect(summaryOfEdit("scaleway_rdb_instance", was, wanted, was)).toEqual([`will upgrade ${address} engine`]);
  });

  test("may change the engine with the default of a variable", () => {
    const of = (name: string) =>
      configuration(
        { scaleway_rdb_instance: { it: rdb("${var.engine}") } },
        { variable: { engine: { default: name } } },
      );
    expect(summaryOf({ before: of("PostgreSQL-15"), after: of("PostgreSQL-16") })).toEqual([
      `may upgrade ${address} engine`,
    ]);
  });
});

test("a plan that changes it in place is a loss, too", () => {
  const plan = (name: string) => ({
    format_version: "1.2",
    complete: true,
    resource_changes: [
      {
        address,
        mode: "managed",
        type: "scaleway_rdb_instance",
        name: "it",
        change: { actions: ["update"], before: rdb("PostgreSQL-15"), after: { ...rdb(name), tags: ["t"] } },
      },
    ],
  });
  expect(findRecreationsInPlan(plan("PostgreSQL-16"))).toEqual([
    expect.objectContaining({ rule: "engine-upgrade", action: "upgrade", address }),
  ]);
  expect(findRecreationsInPlan(plan("PostgreSQL-15"))).toEqual([]);
});
