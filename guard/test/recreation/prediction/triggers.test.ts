import { newestRelease } from "../../../lib/provider/releases/provider-release";
import { changed, uncertain } from "../../../lib/recreation/diff/outcome";
import type { PlannedInstance } from "../../../lib/recreation/prediction/planned-instance";
import { triggeredBy, type TriggerScope } from "../../../lib/recreation/prediction/triggers";
import type { Value } from "../../../lib/terraform/values/value";
import { pathTo } from "../../terraform/addresses/at";
import { existingAt, plannedAt, valuesOf } from "./planning";

const description = newestRelease.behaviourOf("scaleway_secret").attribute("description");

/** A secret whose description changes in place. */
const updated = (address: string, outcome = changed): PlannedInstance =>
  plannedAt(address, {
    existing: existingAt(address, { name: "s", description: "a" }),
    wanted: valuesOf({ name: "s", description: "b" }),
    differences: [{ path: pathTo("description"), attribute: description, outcome, before: "a", after: "b" }],
  });
const kept = (address: string): PlannedInstance =>
  plannedAt(address, { existing: existingAt(address, { name: "s" }), wanted: valuesOf({ name: "s" }) });

const scope = (instances: PlannedInstance[], key: Value = null): TriggerScope => ({
  instances: (resource) => (resource === "scaleway_secret.s" ? instances : undefined),
  evaluate: () => key,
});
const fired = { kind: "triggered", path: pathTo("replace_triggered_by"), cause: "scaleway_secret.s" };

test.each(["scaleway_secret.s", "scaleway_secret.s.description"])("%s fires when it changes", (text) => {
  expect(triggeredBy(text, scope([updated("scaleway_secret.s")]))).toEqual(fired);
});

test("a replacement fires as well", () => {
  const replaced = plannedAt("scaleway_secret.s", {
    existing: existingAt("scaleway_secret.s", {}),
    replacements: [{ kind: "tainted" }],
  });
  expect(triggeredBy("scaleway_secret.s", scope([replaced]))).toEqual(fired);
});

test.each<[string, string, PlannedInstance]>([
  ["another attribute of it", "scaleway_secret.s.name", updated("scaleway_secret.s")],
  ["what stays as it is", "scaleway_secret.s", kept("scaleway_secret.s")],
  ["what is created, which has no value to change from", "scaleway_secret.s", plannedAt("scaleway_secret.s")],
  ["a resource that there is not", "scaleway_secret.t", updated("scaleway_secret.s")],
  ["what is no address", "scaleway_secret.s +", updated("scaleway_secret.s")],
  ["a type without a name", "scaleway_secret", updated("scaleway_secret.s")],
])("%s does not fire", (_, text, instance) => {
  expect(triggeredBy(text, scope([instance]))).toBeUndefined();
});

describe("of several instances", () => {
  const instances = [kept("scaleway_secret.s[0]"), updated("scaleway_secret.s[1]")];

  test("any fires where the resource is named, and only the one that is where one is", () => {
    expect(triggeredBy("scaleway_secret.s", scope(instances))?.cause).toEqual("scaleway_secret.s[1]");
    expect(triggeredBy("scaleway_secret.s[1]", scope(instances, 1))?.cause).toEqual("scaleway_secret.s[1]");
    expect(triggeredBy("scaleway_secret.s[0].description", scope(instances, 0))).toBeUndefined();
  });

  test("a key is a text, and is evaluated for the instance that the trigger stands in", () => {
    const keyed = [updated('scaleway_secret.s["a"]'), updated('scaleway_secret.s["b"]')];
    expect(triggeredBy("scaleway_secret.s[each.key]", scope(keyed, "b"))?.cause).toEqual('scaleway_secret.s["b"]');
  });

  test("one that certainly changes counts before one that may", () => {
    const doubtful = updated("scaleway_secret.s[0]", uncertain("variable-default", "v"));
    expect(triggeredBy("scaleway_secret.s", scope([doubtful, instances[1]!]))).toEqual({
      ...fired,
      cause: "scaleway_secret.s[1]",
    });
    expect(triggeredBy("scaleway_secret.s", scope([doubtful]))).toEqual({
      ...fired,
      cause: "scaleway_secret.s[0]",
      because: { reason: "variable-default", about: "v" },
    });
  });
});
