import { replaceTriggeredBy } from "../../../lib/recreation/rules/replace-triggered-by";
import { at, pathTo } from "../../terraform/addresses/at";
import { configuration, summaryOf } from "../support";
import { replacing } from "./prediction";

const address = "scaleway_registry_namespace.n";
const triggered = { kind: "triggered", path: pathTo("replace_triggered_by"), cause: at("scaleway_secret.s") } as const;

test("a trigger that fires names what it is about", () => {
  expect(replaceTriggeredBy.find(replacing(address, [triggered]))).toEqual([
    {
      rule: "replace-triggered-by",
      severity: "error",
      certainty: "will",
      action: "replace",
      address,
      holds: "data",
      attribute: "replace_triggered_by",
      cause: "scaleway_secret.s",
      remedy: "Drop scaleway_secret.s from replace_triggered_by, or name only the attribute that must replace it.",
    },
  ]);
});

test("a trigger of a plan that does not say which one fired has advice all the same", () => {
  expect(replaceTriggeredBy.find(replacing(address, [{ kind: "triggered" }]))[0]?.remedy).toMatch(/^Drop the resource/);
});

test("an attribute that changes is a matter of another rule", () => {
  expect(replaceTriggeredBy.find(replacing(address, [{ ...triggered, kind: "attribute" }]))).toEqual([]);
});

describe("an edit", () => {
  const triggered = (description: string, trigger: string) =>
    configuration({
      scaleway_secret: { s: { name: "s", description } },
      scaleway_registry_namespace: { n: { name: "n", lifecycle: { replace_triggered_by: [trigger] } } },
    });

  test.each(["scaleway_secret.s", "scaleway_secret.s.description"])("a change of %s replaces", (trigger) => {
    expect(summaryOf({ before: triggered("a", trigger), after: triggered("b", trigger) })).toEqual([
      "will replace scaleway_registry_namespace.n replace_triggered_by <- scaleway_secret.s",
    ]);
  });

  test("a change of another attribute does not, nor does no change", () => {
    expect(
      summaryOf({ before: triggered("a", "scaleway_secret.s.name"), after: triggered("b", "scaleway_secret.s.name") }),
    ).toEqual([]);
    expect(
      summaryOf({ before: triggered("a", "scaleway_secret.s"), after: triggered("a", "scaleway_secret.s") }),
    ).toEqual([]);
  });
});
