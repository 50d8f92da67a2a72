import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const LIB = join(__dirname, "../../lib");

test("no table has the name of a module beside it, which ts-node would read the table for", () => {
  const tables = readdirSync(LIB, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  expect(tables.length).toBeGreaterThan(3);
  expect(tables.filter((name) => existsSync(join(LIB, name.replace(/\.json$/, ".ts"))))).toEqual([]);
});
