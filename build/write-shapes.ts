import { writeFileSync } from "node:fs";

import { FILE, propertyShapes } from "./property-shapes";

const HEAD =
  "/** The properties of interfaces, and which of them are required. Written by `npm run shapes` from the interfaces. */\n";

writeFileSync(FILE, `${HEAD}export const SHAPES = ${JSON.stringify(propertyShapes())} as const;\n`);
