import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Manifest, shippedManifest } from "./manifest";

/** The folders that are published, below the root. */
export const PUBLISHED = ["guard", "provider", ".", "terrain/packages/provider", "terrain/packages/library"] as const;

/** What npm says of a tarball. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly size: number;
  readonly integrity: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs a package as it is published: the files that npm takes, and the manifest without what only a checkout uses. */
export function pack(folder: string, destination: string): Tarball {
  const staged = mkdtempSync(join(tmpdir(), "pack-"));
  try {
    for (const { path } of npmPack(folder, "--dry-run").files) cpSync(join(folder, path), join(staged, path));
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
    writeFileSync(join(staged, "package.json"), `${JSON.stringify(shippedManifest(manifest), undefined, 2)}\n`);
    return npmPack(staged, "--pack-destination", destination);
  } finally {
    rmSync(staged, { recursive: true });
  }
}

function npmPack(folder: string, ...args: readonly string[]): Tarball {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--json", "--ignore-scripts", ...args], {
    cwd: folder,
    encoding: "utf8",
    // npm is a batch file on Windows.
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm pack in ${folder}: ${stderr}`);
  const [tarball] = JSON.parse(stdout) as Tarball[];
  if (tarball === undefined) throw new Error(`npm pack in ${folder} packed nothing`);
  return tarball;
}
