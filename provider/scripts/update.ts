import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { PACKAGE_FILE, SCHEMA_FILE } from "./paths";
import { pinnedProvider } from "./pinned-provider";

const USAGE = `usage: npm run update -w provider -- --schema FILE --version X.Y.Z
FILE is the output of "terraform providers schema -json" with the provider at that version.`;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Descriptions are three quarters of a schema file and decide nothing about the bindings. */
function withoutDescriptions(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => !(isDescription(key) && typeof entry === "string"))
      .map(([key, entry]) => [key, withoutDescriptions(entry)]),
  );
}

/** An attribute may be called `description` too, but its entry is an object, never a string. */
function isDescription(key: string): boolean {
  return key === "description" || key === "description_kind";
}

function readSchema(file: string, provider: string): Json {
  const schema = parse(file) as { provider_schemas?: Record<string, Json> };
  const own = schema.provider_schemas?.[provider];
  if (own === undefined) {
    const found = Object.keys(schema.provider_schemas ?? {}).join(", ") || "no provider at all";
    throw new Error(`${file}: provider_schemas has no "${provider}"; it has ${found}`);
  }
  return withoutDescriptions({ format_version: "1.0", provider_schemas: { [provider]: own } });
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

function main(): void {
  const { schema, version } = parseArgs({
    options: { schema: { type: "string" }, version: { type: "string" } },
  }).values;
  if (schema === undefined || version === undefined) throw new Error(USAGE);
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(`--version must be a released version such as 2.81.0, got "${version}"`);
  }
  const pinned = pinnedProvider();
  const compact = readSchema(schema, pinned.name);
  const manifest = JSON.parse(readFileSync(PACKAGE_FILE, "utf8")) as { cdktf: { provider: { version: string } } };
  manifest.cdktf.provider.version = version;
  writeFileSync(SCHEMA_FILE, `${JSON.stringify(compact, null, 1)}\n`);
  writeFileSync(PACKAGE_FILE, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`${pinned.name} ${pinned.version} -> ${version}; now run: npm run build -w provider && npm test`);
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
