/** A package's manifest, as far as packing reads it. */
export interface Manifest {
  readonly [key: string]: unknown;
  readonly name: string;
  readonly description: string;
  readonly files: readonly string[];
  readonly keywords?: readonly string[];
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, object>>;
}

/** What only a checkout has a use for: installers warn of scripts and workspaces of what they install. */
const UNSHIPPED = ["workspaces", "scripts", "devDependencies"];

/** A manifest with what an installation reads. */
export function shippedManifest(manifest: Manifest): Manifest {
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => !UNSHIPPED.includes(key))) as Manifest;
}
