import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { rebuild } from "../build/folder";
import { PACKAGES, rewriteCode, rewritePage, rewriteText } from "./rewrite";

const ROOT = join(__dirname, "..");
/** The packages for CDK Terrain, beside each other as npm would install them. */
const OUT = join(__dirname, "packages");

/** What `cdktn` itself takes: it knows no constructs of 10.8, and none before 10.6. */
const PEERS: Readonly<Record<string, string>> = { cdktn: "^0.24.0", constructs: ">=10.6.0 <10.8.0" };

interface Manifest {
  readonly [key: string]: unknown;
  readonly name: string;
  readonly description: string;
  readonly files: readonly string[];
  readonly keywords?: readonly string[];
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** What only a checkout has a use for. */
const UNSHIPPED = ["workspaces", "scripts", "devDependencies"];

/** Writes the package of a folder as CDK Terrain's users install it: the files that it ships, and its manifest. */
function writePackage(from: string, to: string): void {
  const manifest = JSON.parse(readFileSync(join(from, "package.json"), "utf8")) as Manifest;
  for (const name of [...manifest.files, "README.md", "LICENSE"]) rewriteTree(join(from, name), join(to, name));
  writeFileSync(join(to, "package.json"), `${JSON.stringify(terrainManifest(manifest), undefined, 2)}\n`);
}

function terrainManifest(manifest: Manifest): object {
  const shipped = Object.fromEntries(Object.entries(manifest).filter(([key]) => !UNSHIPPED.includes(key)));
  const peers = Object.entries(manifest.peerDependencies).map(([name, range]) => {
    const renamed = PACKAGES[name] ?? name;
    return [renamed, PEERS[renamed] ?? range] as const;
  });
  return {
    ...shipped,
    name: PACKAGES[manifest.name],
    description: rewriteText(manifest.description),
    ...(manifest.keywords && { keywords: manifest.keywords.map((word) => PACKAGES[word] ?? word) }),
    peerDependencies: Object.fromEntries(peers),
  };
}

function rewriteTree(from: string, to: string): void {
  const found = statSync(from, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isDirectory()) {
    for (const name of readdirSync(from)) rewriteTree(join(from, name), join(to, name));
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  if (/\.(js|ts)$/.test(from)) writeFileSync(to, rewriteCode(readFileSync(from, "utf8")));
  else if (from.endsWith(".md")) writeFileSync(to, rewritePage(readFileSync(from, "utf8")));
  else cpSync(from, to);
}

/** Another provider's bindings that the examples import, as `cdktn get` would make them; nobody publishes them for CDK Terrain. */
function writeOtherBindings(out: string): void {
  const others = /"@cdktf\/(provider-(?!scaleway)[\w-]+\/lib\/[\w-]+)"/g;
  for (const file of readdirSync(join(ROOT, "examples"), { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    for (const [, path = ""] of readFileSync(join(ROOT, "examples", file), "utf8").matchAll(others))
      rewriteTree(join(ROOT, "node_modules/@cdktf", path), join(out, "node_modules/@cdktn", path));
  }
}

/** Has Node find one built package from another, as an installation would. */
function link(out: string, name: string, folder: string): void {
  const path = join(out, "node_modules", name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(folder, path, "junction");
}

rebuild(OUT, (out) => {
  writePackage(ROOT, join(out, "library"));
  writePackage(join(ROOT, "provider"), join(out, "provider"));
  rewriteTree(join(ROOT, "examples"), join(out, "examples"));
  writeOtherBindings(out);
  link(out, "cdktn-scaleway-kapsule", join(OUT, "library"));
  link(out, "@cdktn/provider-scaleway", join(OUT, "provider"));
});
