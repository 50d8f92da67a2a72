import { findRecreations } from "../../../lib/recreation/find";
import { deposed } from "../../../lib/recreation/rules/deposed";
import { at } from "../../terraform/addresses/at";
import { configuration, state } from "../support";
import { prediction } from "./prediction";

test("what an earlier replacement left over is destroyed", () => {
  expect(deposed.find(prediction({ deposed: [at("scaleway_k8s_cluster.c")] }))).toEqual([
    {
      rule: "deposed",
      severity: "error",
      certainty: "will",
      action: "destroy",
      address: "scaleway_k8s_cluster.c",
      holds: "data",
      remedy: "Move what is still needed off the old object before the next apply.",
    },
  ]);
  expect(deposed.find(prediction({}))).toEqual([]);
});

test("a deposed object of a state is found, beside the one that stays", () => {
  const one = configuration({ scaleway_vpc: { a: { name: "v" } } });
  const held = { "scaleway_vpc.a": { name: "v", id: "fr-par/1" } };
  const [finding] = findRecreations({ before: one, after: one, state: state(held, { deposed: "00000001" }) });
  expect(finding).toMatchObject({ rule: "deposed", action: "destroy", address: "scaleway_vpc.a" });
});
