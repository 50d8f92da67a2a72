import { findRecreations } from "../../../lib/recreation/find";
import { generatedName } from "../../../lib/recreation/rules/generated-name";
import { pathTo } from "../../terraform/addresses/at";
import { configuration, summaryOf } from "../support";
import { replacing } from "./prediction";

test("a name that is made up anew replaces, and is to be set", () => {
  const generated = { kind: "generated", path: pathTo("name"), before: null, after: null } as const;
  expect(generatedName.find(replacing("scaleway_k8s_pool.p", [generated]))).toEqual([
    {
      rule: "generated-name",
      severity: "error",
      certainty: "will",
      action: "replace",
      address: "scaleway_k8s_pool.p",
      holds: "workload",
      attribute: "name",
      before: "null",
      after: "null",
      remedy: "Set name of scaleway_k8s_pool.p to the one it has in the state or in the console.",
    },
  ]);
});

test("a name that changes is a matter of another rule", () => {
  const renamed = { kind: "attribute", path: pathTo("name"), before: "a", after: "b" } as const;
  expect(generatedName.find(replacing("scaleway_k8s_pool.p", [renamed]))).toEqual([]);
});

describe("an edit", () => {
  const pool = (name: object) =>
    configuration({ scaleway_k8s_pool: { p: { cluster_id: "c", node_type: "DEV1-M", size: 1, ...name } } });

  test("a pool without a name is replaced by every plan", () => {
    expect(findRecreations({ before: pool({}), after: pool({}) })[0]).toMatchObject({
      rule: "generated-name",
      certainty: "will",
    });
  });

  test("a pool with one is not", () => {
    expect(summaryOf({ before: pool({ name: "p" }), after: pool({ name: "p" }) })).toEqual([]);
  });
});
