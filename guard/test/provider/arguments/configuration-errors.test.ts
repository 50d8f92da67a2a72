import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import schema from "../../../../provider/schema.json";
import { configurationErrors as errorsOf } from "../../../lib/provider/arguments/configuration-errors";
import { newestRelease } from "../../../lib/provider/releases/provider-release";
import { releaseOf } from "../../../lib/provider/releases/release-in-use";
import table from "../../../lib/provider/tables/argument-table.json";

const configurationErrors = (configuration: unknown, resolved?: string) =>
  errorsOf(configuration, releaseOf(configuration, resolved)).map(({ message }) => message);

const wrong = (version?: string) => ({
  ...(version === undefined ? {} : { terraform: { required_providers: { scaleway: { version } } } }),
  resource: { scaleway_vpc: { main: { nam: "a", "//": { metadata: { path: "stack/vpc/Resource" } } } } },
});

test("an error has the construct's path and the address", () => {
  expect(errorsOf(wrong(), releaseOf({}))).toMatchObject([{ address: "scaleway_vpc.main" }]);
  expect(configurationErrors(wrong())).toEqual([
    "stack/vpc/Resource (scaleway_vpc.main): nam must be an argument that the provider knows. Did you mean name?",
  ]);
});

test("a resource that the provider does not have is one", () => {
  const configuration = { resource: { scaleway_nothing: { main: {} } } };
  expect(configurationErrors(configuration)).toEqual([
    `scaleway_nothing.main: provider ${table.version} has no resource scaleway_nothing`,
  ]);
});

test("resources of other providers are theirs to judge", () => {
  expect(configurationErrors({ resource: { random_id: { main: { anything: 1 } } } })).toEqual([]);
});

test.each([[undefined], [newestRelease.version], [`>= ${newestRelease.version}, < 3.0.0`], ["~> 2.70"], [">= 2.0"]])(
  "a stack whose provider may be %p is judged",
  (version) => {
    expect(configurationErrors(wrong(version))).toHaveLength(1);
  },
);

test.each([["= 99.0.0"], [">= 98.0"], ["~> 2.59.0"]])(
  "a stack whose provider is %p, of which nothing is known, is left to Terraform",
  (version) => {
    expect(configurationErrors(wrong(version))).toEqual([]);
  },
);

test("the release that is installed counts", () => {
  expect(configurationErrors(wrong(), "99.0.0")).toEqual([]);
  expect(configurationErrors(wrong(), newestRelease.version)).toHaveLength(1);
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
    expect(planned.flatMap((configuration) => configurationErrors(configuration))).toEqual([]);
  });
});
