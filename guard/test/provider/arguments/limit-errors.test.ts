import { limitErrors as errorsUnder } from "../../../lib/provider/arguments/limit-errors";
import { newestRelease } from "../../../lib/provider/releases/provider-release";

const limitErrors = (type: string, body: object) => errorsUnder(newestRelease, type, body as never);

const cluster = (body: object) => limitErrors("scaleway_k8s_cluster", body);

test.each<[string, object, string]>([
  ["a name that is too long", { name: "n".repeat(101) }, "have at most 100 characters, and has 101"],
  ["a number beyond a limit", { auto_upgrade: [{ maintenance_window_start_hour: 24 }] }, "be at most 23"],
  ["a number at an open limit", { autoscaler_config: { scale_down_utilization_threshold: 1 } }, "be less than 1"],
  ["a number in a text", { autoscaler_config: { scale_down_utilization_threshold: "1.5" } }, "be less than 1"],
])("%s is refused", (_, body, requirement) => {
  expect(cluster(body)).toMatchObject([{ requirement }]);
});

test.each<[string, object]>([
  ["a name of the longest length", { name: "n".repeat(100) }],
  ["as many characters in more bytes", { name: "é".repeat(100) }],
  ["the last hour", { auto_upgrade: [{ maintenance_window_start_hour: 23 }] }],
  ["a number below an open limit", { autoscaler_config: { scale_down_utilization_threshold: 0.99 } }],
  ["what is empty, which the provider leaves out", { name: "", description: "" }],
  ["what only Terraform knows", { name: `\${var.name}${"n".repeat(101)}` }],
  ["an argument without a limit", { tags: ["t".repeat(1000)] }],
])("%s is not", (_, body) => {
  expect(cluster(body)).toEqual([]);
});

test("a pattern, a list of values and the second block of a list are looked at", () => {
  expect(limitErrors("scaleway_iam_group", { name: "my/group" })).toMatchObject([
    { property: "name", value: "my/group", requirement: expect.stringContaining("match ^[a-zA-Z0-9") as string },
  ]);
  expect(limitErrors("scaleway_iam_group", { name: "my group (1)" })).toEqual([]);
  expect(limitErrors("scaleway_vpc_public_gateway_pat_rule", { protocol: "icmp" })).toMatchObject([
    { requirement: "be one of both, tcp, udp" },
  ]);
  expect(limitErrors("scaleway_vpc_public_gateway_pat_rule", { protocol: "TCP" })).toEqual([]);
  const rules = [{ description: "short" }, { description: "d".repeat(201) }];
  expect(limitErrors("scaleway_vpc_acl", { rules })).toMatchObject([{ property: "rules.description" }]);
});

test("the message says where the limit is from, and no secret", () => {
  const [error] = limitErrors("scaleway_mongodb_user", { name: "n", password: "short" });
  expect(error).toEqual({
    property: "password",
    requirement: "have at least 8 characters, and has 5",
    suggestion: "Scaleway's API refuses another one (CreateUserRequest.password).",
  });
});

test("a type without limits has none, nor has what every object has", () => {
  expect(limitErrors("scaleway_vpc", { name: "n".repeat(1000) })).toEqual([]);
  expect(limitErrors("constructor", {})).toEqual([]);
});
