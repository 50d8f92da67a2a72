import type { Library } from "kapsule-guard/cli";

import * as adoption from "../../lib/adopt";
import * as project from "../../lib/init";

/** What the library adds to the command of the guard. */
export const LIBRARY: Library = { adopt: () => adoption, init: () => project };
