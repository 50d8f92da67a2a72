/** Its scope is that of the fork which this build of the library is for: the build for CDK Terrain renames it. */
const LIBRARY = "cdktf-scaleway-kapsule";
const BINDINGS = "@cdktf/provider-scaleway";

const [CORE = ""] = LIBRARY.split("-");

/** The packages of the fork that this build of the library is for. */
export const FORK = { core: CORE, library: LIBRARY, bindings: BINDINGS };
