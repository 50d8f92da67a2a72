import { join } from "node:path";

import { rewriteCode, rewriteText } from "../../terrain/rewrite";

const ROOT = join(__dirname, "../..");
/** What both forks have alike. */
export const GUARD = join(ROOT, "guard");
const TERRAIN = join(ROOT, "terrain/packages");

/** One of the two forks: the packages that its users install. */
export interface Fork {
  readonly name: string;
  readonly core: string;
  readonly library: string;
  readonly bindings: string;
  /** What the bindings are published as: nobody but their owners has a name below @cdktf. */
  readonly published: string;
  /** Folders that are packed: the library, the bindings, and the guard. */
  readonly packages: readonly string[];
  /** Another provider that is published for this fork. */
  readonly otherProvider: string;
  /** What a user of this fork writes for a program, or a command, of CDKTF. */
  readonly code: (cdktf: string) => string;
  readonly text: (cdktf: string) => string;
}

export const CDKTF: Fork = {
  name: "CDKTF",
  core: "cdktf",
  library: "cdktf-scaleway-kapsule",
  bindings: "@cdktf/provider-scaleway",
  published: "cdktf-provider-scaleway",
  packages: [ROOT, join(ROOT, "provider"), GUARD],
  otherProvider: "@cdktf/provider-random@12",
  code: (cdktf) => cdktf,
  text: (cdktf) => cdktf,
};

export const CDK_TERRAIN: Fork = {
  name: "CDK Terrain",
  core: "cdktn",
  library: "cdktn-scaleway-kapsule",
  bindings: "@cdktn/provider-scaleway",
  published: "cdktn-provider-scaleway",
  packages: [join(TERRAIN, "library"), join(TERRAIN, "provider"), GUARD],
  otherProvider: "@cdktn/provider-random@15",
  code: rewriteCode,
  text: rewriteText,
};
