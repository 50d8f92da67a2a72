import { readFileSync } from "node:fs";

import { PACKAGE_FILE } from "./paths";

/** The provider that the committed schema belongs to. */
interface PinnedProvider {
  /** Fully qualified provider address: host, namespace and name. */
  readonly name: string;
  /** The version whose schema is committed. */
  readonly version: string;
}

interface PackageManifest {
  readonly cdktf: { readonly provider: PinnedProvider };
}

/** Reads the provider that the package was made from, where prebuilt providers record it. */
export function pinnedProvider(): PinnedProvider {
  return (JSON.parse(readFileSync(PACKAGE_FILE, "utf8")) as PackageManifest).cdktf.provider;
}

/** Every release from the pinned one up to the next major version, which may break the bindings. */
export function versionConstraint(version: string): string {
  const major = Number(version.split(".")[0]);
  return `>= ${version}, < ${major + 1}.0.0`;
}
