import { argumentErrors } from "../../../lib/provider/arguments/argument-errors";
import type { ResourceArguments } from "../../../lib/provider/tables/arguments";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { describeInvalid } from "../../../lib/text/invalid";

const schema: ResourceArguments = {
  arguments: {
    name: { type: "string", required: true },
    pod_cidr: { type: "string" },
    size: { type: "number", whole: true },
    worker: { block: "single", attribute: true, arguments: { count: { type: "number" } } },
    tags: { type: "list(string)" },
    role: { type: "string", oneOf: ["editor", "viewer"] },
    policy: { block: "list", maxItems: 1, arguments: { surge: { type: "number", required: true } }, readOnly: ["id"] },
    rule: { block: "set", arguments: { port: { type: "number" } } },
  },
  readOnly: ["created_at", "id"],
  timeouts: ["create", "update"],
};

const errorsOf = (body: JsonObject) => argumentErrors(schema, { name: "a", ...body }).map(describeInvalid);

test.each<[string, JsonObject, string]>([
  [
    "an argument that there is not",
    { colour: "red" },
    "colour must be an argument that the provider knows. Remove it.",
  ],
  [
    "a misspelt one",
    { podCidr: "10.0.0.0/8" },
    "podCidr must be an argument that the provider knows. Did you mean pod_cidr?",
  ],
  [
    "one inside a block",
    { policy: { surges: 1, surge: 1 } },
    "policy.surges must be an argument that the provider knows. Did you mean surge?",
  ],
  [
    "what only the provider sets",
    { created_at: "now" },
    "created_at must not be set: only the provider sets it. Remove it.",
  ],
  ["the same inside a block", { policy: [{ surge: 1, id: "a" }] }, "policy.id must not be set"],
  ["a required one that is left out", { name: null }, "name must be given. Add name."],
  ["a required one inside a block", { policy: [{}] }, "policy.surge must be given. Add surge."],
  ["another type", { tags: "a" }, "tags must be a list of strings, and is a string. Write a value of that type."],
  ["another type in a list", { tags: [["a"]] }, "tags must be a list of strings, and is a list."],
  ["a string that is no number", { size: "many" }, "size must be a number, and is a string."],
  ["a fraction", { size: 1.5 }, "size is 1.5; it must be a whole number."],
  [
    "an argument that there is not, though it is null",
    { colour: null },
    "colour must be an argument that the provider knows.",
  ],
  ["a value that is not listed", { role: "admin" }, 'role is "admin"; it must be one of editor, viewer.'],
  ["too many blocks", { policy: [{ surge: 1 }, { surge: 2 }] }, "policy must occur at most 1 times."],
  ["no block", { rule: "a" }, "rule must be a block or a list of blocks, and is a string."],
  [
    "a timeout that there is not",
    { timeouts: { read: "5m" } },
    "timeouts.read must be an argument that the provider knows.",
  ],
  [
    "an argument in a dynamic block",
    { dynamic: { rule: { for_each: [1], content: { ports: 1 } } } },
    "rule.ports must be an argument",
  ],
  [
    "a dynamic block that there is not",
    { dynamic: { rules: { for_each: [1], content: {} } } },
    "rules must be an argument that the provider knows. Did you mean rule?",
  ],
])("refuses %s", (_what, body, message) => {
  const errors = errorsOf(body);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(message);
});

test.each<[string, JsonObject]>([
  ["what is required", {}],
  ["everything", { pod_cidr: "a", size: 1, tags: [], role: "viewer", policy: [{ surge: 1 }], rule: [{ port: 1 }, {}] }],
  ["a block without a list", { policy: { surge: 1 } }],
  ["what is null", { role: null, tags: null, created_at: null, policy: null }],
  ["null among blocks", { rule: [null, { port: 1 }] }],
  ["a whole number, however it is written", { size: "5" }],
  ["timeouts of a dynamic block", { dynamic: { timeouts: { for_each: [1], content: { create: "5m" } } } }],
  ["an object that only Terraform knows", { worker: "${var.worker}" }],
  ["what Terraform takes of every resource", { count: 1, depends_on: [], lifecycle: {}, provider: "a", "//": {} }],
  ["timeouts", { timeouts: { create: "5m" } }],
  ["a value that only Terraform knows", { role: "${var.role}", size: "${var.size}", tags: "${var.tags}" }],
  ["a required block that is dynamic", { dynamic: { policy: { for_each: [1], content: { surge: 1 } } } }],
  ["a comment in a block", { rule: { "//": "why", port: 1 } }],
])("takes %s", (_what, body) => {
  expect(errorsOf(body)).toEqual([]);
});

test("shows no value whose type is wrong, which may be a secret", () => {
  expect(errorsOf({ tags: "hunter2" }).join()).not.toContain("hunter2");
});

test("a list takes so many elements, and no more", () => {
  const schema = { arguments: { ids: { type: "list(string)", maxItems: 1 } } };
  expect(argumentErrors(schema, { ids: ["a"] })).toEqual([]);
  expect(argumentErrors(schema, { ids: "${var.ids}" })).toEqual([]);
  expect(argumentErrors(schema, { ids: ["a", "${scaleway_ipam_ip.b.id}"] })).toMatchObject([
    { property: "ids", requirement: "have at most 1 element, and has 2" },
  ]);
});
