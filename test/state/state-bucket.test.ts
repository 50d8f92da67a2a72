import { StateBucket, type StateBucketProps } from "../../lib/state/state-bucket";
import { expectInvalid, newStack, resource, untyped } from "../support/stack";

const TYPE = "scaleway_object_bucket";

function bucketOf(overrides: object = {}) {
  const stack = newStack();
  const props: StateBucketProps = { name: "acme-states", ...untyped<object>(overrides) };
  const bucket = new StateBucket(stack, "states", props);
  return { bucket, attributes: () => resource(stack, TYPE) };
}

describe("StateBucket", () => {
  test("is versioned and protected, and forgets old versions in the end", () => {
    const { bucket, attributes } = bucketOf();
    expect(bucket.name).toBe("acme-states");
    expect(attributes()).toEqual({
      name: "acme-states",
      versioning: { enabled: true },
      lifecycle_rule: [
        { enabled: true, noncurrent_version_expiration: { noncurrent_days: 90 } },
        { enabled: true, abort_incomplete_multipart_upload_days: 1 },
      ],
      lifecycle: { prevent_destroy: true },
    });
  });

  test("emits every property", () => {
    const { attributes } = bucketOf({
      region: "nl-ams",
      keepVersionsForDays: 7,
      projectId: "11111111-1111-1111-1111-111111111111",
      tags: { team: "platform" },
      removalPolicy: "destroy",
    });
    expect(attributes()).toMatchObject({
      region: "nl-ams",
      project_id: "11111111-1111-1111-1111-111111111111",
      tags: { team: "platform" },
      lifecycle_rule: [{ noncurrent_version_expiration: { noncurrent_days: 7 } }, {}],
    });
    expect(attributes()).not.toHaveProperty("lifecycle");
  });

  test.each([
    ["name", { name: "UPPER" }, '"UPPER"', "lowercase", "acme-backups"],
    ["region", { region: "paris" }, '"paris"', "be one of", "region:"],
    ["keepVersionsForDays", { keepVersionsForDays: 0 }, "0", "whole number of days from 1", "keepVersionsForDays: 1"],
    ["projectId", { projectId: "mine" }, '"mine"', "UUID", "1"],
    ["removalPolicy", { removalPolicy: "keep" }, '"keep"', "be one of protect, destroy", "removalPolicy:"],
    ["tags", { tags: ["a"] }, '["a"]', "plain object", "tags:"],
  ])("refuses %s in %j", (property, overrides, value, requirement, suggestion) => {
    expectInvalid(() => bucketOf(overrides), { path: "stack/states", property, value, requirement, suggestion });
  });
});
