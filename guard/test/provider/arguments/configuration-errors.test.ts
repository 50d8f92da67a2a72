import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import schema from "../../../../provider/schema.json";
import table from "../../../lib/provider/arguments/argument-table.json";
import { configurationErrors as errorsOf } from "../../../lib/provider/arguments/configuration-errors";
import { providerVersionOfTable } from "../../../lib/provider/behaviour/behaviour";

const configurationErrors = (...given: Parameters<typeof errorsOf>) => errorsOf(...given).map(({ message }) => message);
const folder = mkdtempSync(join(tmpdir(), "kapsule-schema-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const wrong = (version?: string) => ({
  ...(version === undefined ? {} : { terraform: { required_providers: { scaleway: { version } } } }),
  resource: { scaleway_vpc: { main: { nam: "a", "//": { metadata: { path: "stack/vpc/Resource" } } } } },
});

test("an error has the construct's path and the address", () => {
  expect(errorsOf(wrong(), folder)).toMatchObject([{ address: "scaleway_vpc.main" }]);
  expect(configurationErrors(wrong(), folder)).toEqual([
    "stack/vpc/Resource (scaleway_vpc.main): nam must be an argument that the provider knows. Did you mean name?",
  ]);
});

test("a resource that the provider does not have is one", () => {
  const configuration = { resource: { scaleway_nothing: { main: {} } } };
  expect(configurationErrors(configuration, folder)).toEqual([
    `scaleway_nothing.main: provider ${table.version} has no resource scaleway_nothing`,
  ]);
});

test("resources of other providers are theirs to judge", () => {
  expect(configurationErrors({ resource: { random_id: { main: { anything: 1 } } } }, folder)).toEqual([]);
});

test.each([[undefined], ["2.81.0"], [">= 2.81.0, < 3.0.0"], ["~> 2.70"], [">= 2.0"]])(
  "a stack whose provider may be %p is judged",
  (version) => {
    expect(configurationErrors(wrong(version), folder)).toHaveLength(1);
  },
);

test.each([["2.70.0"], [">= 2.90.0"], ["~> 2.81.1"], ["< 2.81.0"]])(
  "a stack whose provider is %p is left to Terraform",
  (version) => {
    expect(configurationErrors(wrong(version), folder)).toEqual([]);
  },
);

test("so is one that runs with another version, by its .terraform.lock.hcl", () => {
  const within = mkdtempSync(join(folder, "stack-"));
  const lock = (version: string) =>
    `provider "registry.terraform.io/scaleway/scaleway" {\n  version     = "${version}"\n}\n`;
  writeFileSync(join(within, ".terraform.lock.hcl"), lock("2.90.0"));
  expect(configurationErrors(wrong(), within)).toEqual([]);
  writeFileSync(join(within, ".terraform.lock.hcl"), lock(providerVersionOfTable));
  expect(configurationErrors(wrong(), within)).toHaveLength(1);
});

test("every resource of the schema is in the table, with all its arguments", () => {
  const { resource_schemas: resources } = Object.values(schema.provider_schemas)[0]!;
  expect(Object.keys(table.resources)).toEqual(Object.keys(resources).sort());
});

describe("of the recorded configurations, which the provider has planned,", () => {
  const plans = join(__dirname, "../../recreation/plans");
  interface Recorded {
    readonly before: Record<string, unknown>;
    readonly cases: readonly { readonly slug: string; readonly after: unknown; readonly verdict: string }[];
  }
  const files = readdirSync(plans).map((name) => JSON.parse(readFileSync(join(plans, name), "utf8")) as Recorded);

  test("none is refused", () => {
    const planned = files.flatMap(({ before, cases }) => [
      ...Object.values(before),
      ...cases.filter(({ verdict }) => verdict !== "error").map(({ after }) => after),
    ]);
    expect(planned.length).toBeGreaterThan(600);
    expect(planned.flatMap((configuration) => configurationErrors(configuration, folder))).toEqual([]);
  });
});
