import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..");

/** Why each of the few is there, and no code of our own in its place. */
const REASONS: Readonly<Record<string, string>> = {
  "@cdktn/hcl2json": "reads HCL, with Terraform's own parser",
  "@viz-js/viz": "draws graphs, with Graphviz",
  "kapsule-guard": "finds what an edit would lose; of the same repository, and knows no constructs",
  commander: "parses the command line of `kapsule-guard`",
  "fastest-levenshtein": "says `Did you mean …?`",
  "ci-info": "knows continuous integration platforms by their variables",
  "fraction.js": "computes exactly where Terraform's numbers have 512 bits, and doubles 53",
  "ipaddr.js": "reads addresses and CIDR blocks",
  "jsonc-parser": "tells on which line of JSON a finding is",
  "lossless-json": "tells where JSON is broken, and which key is there twice",
  "@clack/prompts": "asks on a terminal what `init` is not told",
  sscaff: "writes a project from a template, as `cdktf init` does",
  picocolors: "colours what a terminal shows",
  yaml: "reads the YAML that expressions decode",
};

interface Manifest {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Dependency {
  readonly name: string;
  readonly license?: string;
  /** The dependency that brings it; undefined for one of our own. */
  readonly broughtBy?: string;
}

/** The page of all that an installation of the library brings along, beside its peers. */
export function dependenciesPage(): string {
  const rows = runtimeDependencies().map(
    ({ name, license = "unknown", broughtBy }) =>
      `| \`${name}\` | ${license} | ${broughtBy === undefined ? (REASONS[name] ?? "") : `of \`${broughtBy}\``} |`,
  );
  return [
    "# Dependencies",
    "",
    "What an installation of the library brings along beside its peers, with licences: all of them let you use it freely. The bindings have no",
    "dependencies. This page is written by `npm run docs`, and a test keeps it in step with what is installed.",
    "",
    "| Package | Licence | Why |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

/** What is installed with the library, in the order in which it is found. */
export function runtimeDependencies(): Dependency[] {
  const found = new Map<string, Dependency>();
  const own = [ROOT, join(ROOT, "guard")].map((folder) => manifestOf(join(folder, "package.json")));
  const named = own.flatMap(({ dependencies }) => Object.keys(dependencies ?? {}));
  const pending = named.map((name): Pick<Dependency, "name" | "broughtBy"> => ({ name }));
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { name } = next;
    if (found.has(name)) continue;
    const manifest = manifestOf(join(ROOT, "node_modules", name, "package.json"));
    found.set(name, { ...next, ...(manifest.license && { license: manifest.license }) });
    pending.push(...Object.keys(manifest.dependencies ?? {}).map((each) => ({ name: each, broughtBy: name })));
  }
  return [...found.values()];
}

function manifestOf(file: string): Manifest {
  return JSON.parse(readFileSync(file, "utf8")) as Manifest;
}
