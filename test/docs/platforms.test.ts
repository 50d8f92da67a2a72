import { readFileSync } from "node:fs";
import { join } from "node:path";

import { PLATFORMS, platforms } from "../../docs/platforms";

test.each(Object.entries(platforms()))("%s is what npm run docs writes", (name, text) => {
  expect(readFileSync(join(PLATFORMS, name), "utf8")).toBe(text);
});
