import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { rebuild } from "../build/folder";
import { type Manifest, shippedManifest } from "../build/manifest";
import { PACKAGES, rewriteCode, rewritePage, rewriteText } from "./rewrite";

const ROOT = join(__dirname, "..");
/** The packages for CDK Terrain, beside each other as npm would install them. */
const OUT = join(__dirname, "packages");

const TEMPLATES = join(ROOT, "templates");

/** What `cdktn` itself takes: it knows no constructs of 10.8, and none before 10.6. */
const PEERS: Readonly<Record<string, string>> = { cdktn: "^0.24.0", constructs: ">=10.6.0 <10.8.0" };

/** Writes the package of a folder as CDK Terrain's users install it: the files that it ships, and its manifest. */
function writePackage(from: string, to: string): void {
  const manifest = JSON.parse(readFileSync(join(from, "package.json"), "utf8")) as Manifest;
  for (const name of [...manifest.files, "README.md", "LICENSE"]) rewriteTree(join(from, name), join(to, name));
  writeFileSync(join(to, "package.json"), `${JSON.stringify(terrainManifest(manifest), undefined, 2)}\n`);
}

function terrainManifest(manifest: Manifest): object {
  const peersMeta = Object.entries(manifest.peerDependenciesMeta ?? {}).map(([name, meta]) => {
    return [PACKAGES[name] ?? name, meta] as const;
  });
  return {
    ...shippedManifest(manifest),
    name: PACKAGES[manifest.name],
    description: rewriteText(manifest.description),
    ...(manifest.keywords && { keywords: manifest.keywords.map((word) => PACKAGES[word] ?? word) }),
    peerDependencies: terrainRanges(manifest.peerDependencies ?? {}),
    ...(peersMeta.length > 0 && { peerDependenciesMeta: Object.fromEntries(peersMeta) }),
  };
}

/** Dependencies by the names that they have for CDK Terrain, with the versions that it takes. */
function terrainRanges(dependencies: Readonly<Record<string, string>>): Record<string, string> {
  const renamed = Object.entries(dependencies).map(([name, range]) => [PACKAGES[name] ?? name, range] as const);
  return Object.fromEntries(renamed.map(([name, range]) => [name, PEERS[name] ?? range]));
}

/** Writes the project that `init` scaffolds, as CDK Terrain's users have it. */
function writeTemplate(from: string, to: string): void {
  for (const name of readdirSync(from, { recursive: true, encoding: "utf8" })) {
    const file = join(from, name);
    if (statSync(file).isDirectory()) continue;
    mkdirSync(dirname(join(to, name)), { recursive: true });
    const text = readFileSync(file, "utf8");
    writeFileSync(join(to, name), name.endsWith(".ts") ? rewriteCode(text) : rewriteText(text));
  }
  const file = join(to, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { dependencies: Record<string, string> };
  const dependencies = terrainRanges(manifest.dependencies);
  writeFileSync(file, `${JSON.stringify({ ...manifest, dependencies }, undefined, 2)}\n`);
}

function rewriteTree(from: string, to: string): void {
  const found = statSync(from, { throwIfNoEntry: false });
  if (found === undefined) return;
  // A package holds the templates of both forks.
  if (from === TEMPLATES) {
    cpSync(from, to, { recursive: true });
    return;
  }
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

rebuild(join(TEMPLATES, "cdktn"), (template) => {
  writeTemplate(join(TEMPLATES, "cdktf"), template);
});
rebuild(OUT, (out) => {
  writePackage(ROOT, join(out, "library"));
  writePackage(join(ROOT, "provider"), join(out, "provider"));
  rewriteTree(join(ROOT, "examples"), join(out, "examples"));
  writeOtherBindings(out);
  link(out, "cdktn-scaleway-kapsule", join(OUT, "library"));
  link(out, "@cdktn/provider-scaleway", join(OUT, "provider"));
});
