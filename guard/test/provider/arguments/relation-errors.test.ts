import { relationErrors } from "../../../lib/provider/arguments/relation-errors";
import type { ResourceArguments } from "../../../lib/provider/tables/arguments";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { describeInvalid } from "../../../lib/text/invalid";

const schema: ResourceArguments = {
  arguments: {
    password: { type: "string" },
    password_wo: { type: "string" },
    rule: { block: "list", arguments: { days: { type: "number" }, years: { type: "number" } } },
    acl_rules: { block: "list", arguments: {} },
    nobody: { type: "bool" },
    image: { type: "string" },
    root: { block: "list", arguments: { volume_id: { type: "string" } } },
    ips: { type: "list(string)" },
    ip: { type: "string" },
    version: { type: "number" },
    salt: { type: "string" },
    salt_version: { type: "number" },
  },
  conflicting: [
    ["password", "password_wo"],
    ["rule.days", "rule.years"],
    ["ip", "ips"],
  ],
  exactlyOneOf: [["acl_rules", "nobody"]],
  atLeastOneOf: [["image", "root.volume_id"]],
  requires: { version: ["password_wo"] },
  requiresOnceKnown: { salt: ["salt_version"] },
};
const valid = { nobody: true, image: "a" };

const errorsOf = (body: JsonObject) => relationErrors(schema, body).map(describeInvalid);

test.each<[string, JsonObject, string]>([
  [
    "two that exclude each other",
    { ...valid, password: "a", password_wo: "b" },
    "password and password_wo must not be set together",
  ],
  ["two in a block", { ...valid, rule: [{ days: 1, years: 1 }] }, "rule.days and rule.years must not be set together"],
  ["two of which one is wanted", { ...valid, acl_rules: [{}] }, "acl_rules and nobody must not be set together"],
  ["none of two of which one is wanted", { image: "a" }, "acl_rules or nobody must be given"],
  ["none of two of which one is needed", { nobody: true, root: [{}] }, "image or root.volume_id must be given"],
  ["an empty list beside what excludes it", { ...valid, ip: "a", ips: [] }, "ip and ips must not be set together"],
  ["one without what it needs", { ...valid, version: 1 }, "password_wo must be set, since version is. Add password_wo"],
  [
    "an unknown one without what it needs",
    { ...valid, version: "${var.v}" },
    "password_wo must be set, since version is",
  ],
])("refuses %s", (_what, body, message) => {
  const errors = errorsOf(body);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(message);
});

test.each<[string, JsonObject]>([
  ["one of each", valid],
  ["both of at least one", { ...valid, root: [{ volume_id: "a" }] }],
  ["null, which is none", { ...valid, password: "a", password_wo: null }],
  ["no block, which is none", { ...valid, acl_rules: [] }],
  ["what Terraform may find null", { ...valid, password: "${var.a}", password_wo: "${var.b}" }],
  ["what may stand in for the missing one", { image: "a", acl_rules: "${var.rules}" }],
  ["a dynamic block", { image: "a", dynamic: { acl_rules: { for_each: [], content: {} } } }],
  ["one that only Terraform knows, without what it needs once known", { ...valid, salt: "${var.s}" }],
  ["one with what it needs", { ...valid, version: 1, password_wo: "${var.p}" }],
])("takes %s", (_what, body) => {
  expect(errorsOf(body)).toEqual([]);
});

describe("of two ids of which one is wanted", () => {
  const membership: ResourceArguments = {
    arguments: { user_id: { type: "string" }, application_id: { type: "string" } },
    exactlyOneOf: [["application_id", "user_id"]],
  };
  const application_id = "${scaleway_iam_application.ci.id}";

  test("both are refused, also where they are those of other resources", () => {
    const [user, id] = ["${scaleway_iam_user.jo.id}", "11111111-1111-1111-1111-111111111111"];
    for (const user_id of [user, id])
      expect(relationErrors(membership, { user_id, application_id })).toMatchObject([
        { property: "application_id and user_id", requirement: "not be set together" },
      ]);
  });

  test("one is not, nor one beside what may be null", () => {
    expect(relationErrors(membership, { application_id })).toEqual([]);
    expect(relationErrors(membership, { application_id, user_id: "${var.user}" })).toEqual([]);
    expect(relationErrors(membership, { application_id, user_id: "${one(scaleway_iam_user.jo[*].id)}" })).toEqual([]);
  });
});
