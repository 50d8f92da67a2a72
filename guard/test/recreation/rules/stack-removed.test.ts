import { stackRemoved } from "../../../lib/recreation/rules/stack-removed";
import { prediction } from "./prediction";

const removed = (...types: string[]) => prediction({ removedStacks: [{ stack: "staging", types }] });

test("a stack that leaves with what holds data is an error, which says how much", () => {
  const [found] = stackRemoved.find(removed("scaleway_k8s_cluster", "scaleway_instance_placement_group"));
  expect(found).toMatchObject({ severity: "error", action: "forget", stack: "staging" });
  expect(found?.remedy).toMatch(/^1 of its 2 resources hold .*`cdktf destroy staging`/);
});

test("a stack that leaves with nothing that holds data is a warning", () => {
  expect(stackRemoved.find(removed("scaleway_instance_placement_group"))).toEqual([
    expect.objectContaining({ severity: "warning", remedy: expect.stringMatching(/^Destroy it/) }),
  ]);
});

test("no stack that leaves is nothing", () => {
  expect(stackRemoved.find(prediction({}))).toEqual([]);
});
