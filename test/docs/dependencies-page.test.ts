import { readFileSync } from "node:fs";
import { join } from "node:path";

import { dependenciesPage, runtimeDependencies } from "../../docs/dependencies-page";

test("docs/dependencies.md is what npm run docs writes", () => {
  expect(readFileSync(join(__dirname, "../../docs/dependencies.md"), "utf8")).toBe(dependenciesPage());
});

test("every dependency has a licence that asks for nothing but its notice, and each of our own a reason", () => {
  const licences = new Set(runtimeDependencies().map(({ license }) => license));
  expect(
    [...licences].filter(
      (licence) => !/^(?:MIT|ISC|BlueOak-1\.0\.0|Apache-2\.0|BSD-[23]-Clause|MPL-2\.0)$/.test(licence ?? ""),
    ),
  ).toEqual([]);
  expect(dependenciesPage()).not.toMatch(/\| +\|$/m);
});
