import { ServiceIdentity } from "../../lib/identity/service-identity";
import { Bucket } from "../../lib/storage/bucket";
import { dependsOn, expectInvalid, newStack, resource, untyped } from "../support/stack";

const UUID = "11111111-1111-1111-1111-111111111111";
const ADMIN = `application_id:${UUID}`;

function bucketOf(overrides: object = {}) {
  const stack = newStack();
  return { stack, bucket: new Bucket(stack, "backups", untyped({ name: "acme-backups", ...overrides })) };
}

describe("Bucket", () => {
  test("emits what was set, and is protected", () => {
    expect(resource(bucketOf().stack, "scaleway_object_bucket")).toEqual({
      name: "acme-backups",
      lifecycle: { prevent_destroy: true },
    });
    const all = { region: "nl-ams", versioned: true, keepVersionsForDays: 30, expireAfterDays: 365, tags: { a: "b" } };
    expect(
      resource(bucketOf({ ...all, projectId: UUID, removalPolicy: "destroy" }).stack, "scaleway_object_bucket"),
    ).toEqual({
      name: "acme-backups",
      region: "nl-ams",
      project_id: UUID,
      tags: { a: "b" },
      versioning: { enabled: true },
      lifecycle_rule: [
        { enabled: true, expiration: { days: 365 } },
        { enabled: true, noncurrent_version_expiration: { noncurrent_days: 30 } },
      ],
    });
  });

  test("lets in whom it names, and whoever applies, by a policy", () => {
    const { stack, bucket } = bucketOf();
    const identity = (id: string) =>
      new ServiceIdentity(stack, id, { permissionSets: ["ObjectStorageFullAccess"], projectId: UUID });
    bucket.restrictTo({ administrators: [ADMIN], readers: [identity("reader")], writers: [identity("writer")] });
    const { policy, ...rest } = resource(stack, "scaleway_object_bucket_policy");
    expect(dependsOn(rest)).toEqual(["scaleway_object_bucket.backups"]);
    const { Version, Statement } = JSON.parse(policy as string) as { Version: string; Statement: object[] };
    expect(Version).toBe("2023-04-17");
    const own = { Effect: "Allow", Resource: ["acme-backups", "acme-backups/*"] };
    const application = (id: string) => [
      expect.stringMatching(
        new RegExp(`^application_id:\\$\\{scaleway_iam_application\\.${id}_Application_\\w+\\.id\\}$`),
      ),
    ];
    expect(Statement).toEqual([
      { Sid: "Administrators", ...own, Action: ["s3:*"], Principal: { SCW: [ADMIN] } },
      {
        Sid: "Writers",
        ...own,
        Action: ["s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
        Principal: { SCW: application("writer") },
      },
      { Sid: "Readers", ...own, Action: ["s3:ListBucket", "s3:GetObject"], Principal: { SCW: application("reader") } },
    ]);
  });

  test.each([
    ["name", { name: "Acme" }, "lowercase", "acme-backups"],
    ["keepVersionsForDays", { keepVersionsForDays: 30 }, "be absent without versions", "versioned: true"],
    ["expireAfterDays", { expireAfterDays: 0 }, "from 1", "expireAfterDays: 1"],
    ["region", { region: "paris" }, "be one of", "region:"],
  ])("refuses %s in %j", (property, overrides, requirement, suggestion) => {
    expectInvalid(() => bucketOf(overrides), { path: "stack/backups", property, requirement, suggestion });
  });

  test.each([
    ["access.administrators", { administrators: [] }, "at least whoever applies", "application_id:"],
    ["access.administrators", { administrators: ["ada"] }, "at least whoever applies", "application_id:"],
    ["access.administrators", {}, "be given", "Add access.administrators"],
    ["access", { administrators: [ADMIN], readers: ["ada"] }, "be a construct of this library", "new ServiceIdentity"],
  ])("refuses a policy with %s in %j", (property, access, requirement, suggestion) => {
    expectInvalid(() => bucketOf().bucket.restrictTo(untyped({ writers: [], ...access })), {
      path: "stack/backups",
      property,
      requirement,
      suggestion,
    });
  });

  test("refuses a second policy, which would replace the first", () => {
    const { bucket } = bucketOf();
    bucket.restrictTo({ administrators: [ADMIN] });
    expect(() => bucket.restrictTo({ administrators: [ADMIN] })).toThrow("be called once");
  });
});
