import { backendOf } from "../../../lib/terraform/state/backend";

test.each<[string, unknown, string]>([
  ["a backend", { backend: { s3: { bucket: "b", key: "k" } } }, "s3 bucket=b key=k"],
  ["a backend in lists, as CDKTF writes it", [{ backend: [{ s3: [{ bucket: "b" }] }] }], "s3 bucket=b"],
  ["a backend without settings", { backend: { local: null } }, "local"],
  ["a backend beside metadata", { backend: { "//": "x", gcs: { bucket: "b" } } }, "gcs bucket=b"],
  ["HCP Terraform", { cloud: { organization: "o" } }, "cloud organization=o"],
])("%s says where the state is", (_, terraform, expected) => {
  expect(backendOf({ terraform })).toBe(expected);
});

test("a credential is no part of it", () => {
  const s3 = { bucket: "b", access_key: "hunter1", secret_key: "hunter2" };
  expect(backendOf({ terraform: { backend: { s3 } } })).toBe("s3 bucket=b");
});

test.each<[string, unknown]>([
  ["no backend", { terraform: { required_version: ">= 1" } }],
  ["an empty backend", { terraform: { backend: {} } }],
  ["no settings of Terraform", {}],
  ["settings that are no object", { terraform: "x" }],
  ["no configuration", "x"],
])("%s says nothing", (_, configuration) => {
  expect(backendOf(configuration)).toBeUndefined();
});
