import { containerTriggerSources } from "../../../../lib/recreation/prediction/predicates/container-trigger";
import { changeOf, doubtful, inDoubt, opaque } from "./changes";

describe.each(containerTriggerSources.map((source) => [source.attribute, source] as const))("%s", (_, source) => {
  test("goes only with the trigger", () => {
    expect(source.decide(changeOf([new Map()], []))).toBe("replaces");
    expect(source.decide(changeOf([new Map()], null))).toBe("replaces");
  });

  test("comes and changes in place", () => {
    expect(source.decide(changeOf([], [new Map()]))).toBe("updates");
    expect(source.decide(changeOf([new Map([["a", 1]])], [new Map([["a", 2]])]))).toBe("updates");
  });

  test("is in doubt where nobody knows whether it is there", () => {
    expect(source.decide(changeOf([new Map()], opaque, {}, doubtful))).toEqual(inDoubt);
  });
});

test("all three sources are such", () => {
  expect(containerTriggerSources.map(({ attribute }) => attribute)).toEqual(["cron", "nats", "sqs"]);
});
