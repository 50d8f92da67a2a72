import { madeOffline, unprotected, variablesFile } from "../../lib/engine/configuration";
import type { JsonObject } from "../../lib/terraform/values/json";

test("credentials, backend and cloud do not reach the plan, and the rest does", () => {
  const scaleway: JsonObject[] = [
    { region: "fr-par", access_key: "k", secret_key: "s", profile: "p", api_url: "u" },
    { alias: "b" },
  ];
  expect(
    madeOffline({
      terraform: { backend: { s3: {} }, cloud: {}, required_version: ">= 1.11" },
      provider: { scaleway, random: [{}] },
      resource: {},
    }),
  ).toEqual({
    terraform: [{ required_version: ">= 1.11" }],
    provider: [{ scaleway: [{ region: "fr-par" }, { alias: "b" }], random: [{}] }],
    resource: {},
  });
});

test("credentials go under any name of the provider, and from sections that are lists", () => {
  const required_providers = { scw: { source: "registry.terraform.io/scaleway/scaleway" }, other: { source: "a/b" } };
  expect(
    madeOffline({
      terraform: { required_providers },
      provider: [{ scw: { secret_key: "s" }, other: { secret_key: "kept" } }, { scaleway: [{ access_key: "k" }] }],
    }).provider,
  ).toEqual([{ scw: [{}], other: { secret_key: "kept" } }, { scaleway: [{}] }]);
});

test("prevent_destroy goes from blocks that are lists", () => {
  const body = [{ name: "v", lifecycle: [{ prevent_destroy: true }] }];
  const listed = unprotected({ resource: [{ scaleway_vpc: [{ v: body }] }] });
  expect(listed).toEqual({ resource: [{ scaleway_vpc: [{ v: [{ name: "v", lifecycle: [{}] }] }] }] });
  expect(unprotected({ data: {} })).toEqual({ data: {} });
});

test("prevent_destroy goes, and the rest of lifecycle stays", () => {
  const protectedBody = { name: "v", lifecycle: { prevent_destroy: true, ignore_changes: ["name"] } };
  expect(unprotected({ resource: { scaleway_vpc: { v: protectedBody, w: { name: "w" } } } })).toEqual({
    resource: [
      { scaleway_vpc: [{ v: [{ name: "v", lifecycle: [{ ignore_changes: ["name"] }] }], w: [{ name: "w" }] }] },
    ],
  });
});

describe("variables", () => {
  const configuration = { variable: { needed: { type: "string" }, free: { default: null } } };

  test("without a default need a value", () => {
    expect(() => variablesFile(configuration, {})).toThrow(
      'variables without a value: needed. Give them: planOf(stack, { variables: { "needed": … } })',
    );
  });

  test("that are given as undefined have no value", () => {
    expect(() => variablesFile(configuration, { needed: undefined })).toThrow("without a value: needed");
  });

  test("have the values that are given, and others are left out", () => {
    expect(variablesFile(configuration, { needed: "x", unheard: 1 })).toEqual({ needed: "x" });
    expect(variablesFile(configuration, { needed: false, free: [1] })).toEqual({ needed: false, free: [1] });
  });
});
