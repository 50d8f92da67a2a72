import { readFileSync } from "node:fs";
import { join } from "node:path";

import { architecturePicture } from "../../docs/architecture-picture";

const read = (name: string) => readFileSync(join(__dirname, "../../docs", name), "utf8");

test("docs/architecture.svg is what npm run docs writes", async () => {
  expect(read("architecture.svg")).toBe(await architecturePicture());
});

/** So many of the 360 pixels of a telephone are left for a picture. */
const NARROW = 296;
const LEGIBLE = 7;

test.each(["architecture.svg", "edit.svg"])("the text of %s is legible on a telephone", (name) => {
  const picture = read(name);
  const [, width = ""] = /viewBox="\S+ \S+ (\S+) /.exec(picture) ?? [];
  const sizes = [...picture.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
  expect(sizes.length).toBeGreaterThan(0);
  expect(Number(width)).toBeGreaterThan(0);
  const scale = Math.min(1, NARROW / Number(width));
  expect(Math.min(...sizes) * scale).toBeGreaterThanOrEqual(LEGIBLE);
});
