import { join } from "node:path";

import { isJsonObject, type JsonObject } from "../lib/terraform";
import { unknownAnswer } from "./answers";
import { filesOf, foldersReached, moduleSources, rewriteFiles } from "./folder-files";
import { type Statement, statementsOf, withoutStatements } from "./hcl-text";
import { type Declared, declaredIn, withStandIns } from "./stand-ins";

/** What a folder says of a provider that it requires. */
export interface Requirement {
  readonly source: string;
  /** Names of provider blocks that its caller gives, such as `scaleway.other`. */
  readonly aliases: readonly string[];
}

/** The providers that a folder requires, by their local names. */
export function requirementsIn(folder: string): Map<string, Requirement> {
  const found = filesOf(folder).flatMap(({ text, json }) =>
    json === undefined ? requiredByText(text) : requiredByJson(json),
  );
  return new Map([["scaleway", { source: "scaleway/scaleway", aliases: [] }], ...found]);
}

function requiredByText(text: string): [string, Requirement][] {
  const inside = (name: string, statements: readonly Statement[]): Statement[] =>
    statements.filter((each) => each.name === name).flatMap(({ body }) => statementsOf(body ?? ""));
  return inside("required_providers", inside("terraform", statementsOf(text))).map(({ name, value = "" }) => {
    const [, source] = /\bsource"?\s*[=:]\s*"([^"]*)"/.exec(value) ?? [];
    const [, aliases = ""] = /\bconfiguration_aliases\s*=\s*\[([^\]]*)\]/.exec(value) ?? [];
    return [name, requirement(name, source, aliases.split(","))];
  });
}

function requiredByJson({ terraform = [] }: JsonObject): [string, Requirement][] {
  return [terraform].flat().flatMap((settings) => {
    const required = isJsonObject(settings) ? [settings.required_providers ?? []].flat() : [];
    return required.filter(isJsonObject).flatMap((each) =>
      Object.entries(each).map(([name, body]): [string, Requirement] => {
        const { source, configuration_aliases: aliases } = isJsonObject(body) ? body : {};
        const texts = Array.isArray(aliases) ? aliases.map(String) : [];
        return [name, requirement(name, typeof source === "string" ? source : undefined, texts)];
      }),
    );
  });
}

/** What has no source is HashiCorp's, as far as Scaleway's is not meant. */
function requirement(name: string, source: string | undefined, aliases: readonly string[]): Requirement {
  const own = name === "scaleway" ? "scaleway/scaleway" : `hashicorp/${name}`;
  return {
    source: (source ?? own).toLowerCase().replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, ""),
    aliases: aliases.map((alias) => alias.replaceAll(/[\s${}]/g, "")).filter((alias) => alias !== ""),
  };
}

/** What was replaced in a tree because it cannot be planned on this machine. */
export interface Absences {
  /** Sources of providers that are not here. */
  readonly providers: readonly string[];
  /** Sources of modules that are not in the tree. */
  readonly modules: readonly string[];
}

/** Puts stand-ins in the place of all objects of providers that are not here, and of modules that would have to be fetched. */
export function replaceAbsent(tree: string, root: string, available: ReadonlySet<string>): Absences {
  const providers = new Set<string>();
  const modules = new Set<string>();
  for (const folder of foldersReached(tree, root).map((each) => join(tree, each))) {
    const required = requirementsIn(folder);
    const sources = moduleSources(folder);
    const isAbsent = (declared: Declared): boolean => {
      if (declared.kind === "module") {
        const source = sources.get(declared.address.slice("module.".length)) ?? "";
        if (/^\.\.?(?:\/|$)/.test(source)) return false;
        modules.add(source);
        return true;
      }
      const name = localProvider(declared);
      // Another state is nowhere here.
      if (name === "terraform") return declared.type === "terraform_remote_state";
      const { source } = required.get(name) ?? requirement(name, undefined, []);
      if (available.has(source)) return false;
      providers.add(source);
      return true;
    };
    withStandIns(folder, "zz_absent.tf", declaredIn(folder).filter(isAbsent), unknownAnswer);
    withoutProviders(folder, required, available);
  }
  return { providers: [...providers].sort(), modules: [...modules].sort() };
}

/** The local name of an object's provider. */
export function localProvider({ type, given }: Declared): string {
  const [written = ""] = (given.get("provider") ?? "").replaceAll(/["\s]/g, "").split(".");
  return written === "" ? (type.split("_")[0] ?? "") : written;
}

/** Provider blocks of what is not here, and what passes them on to modules, go with it. */
function withoutProviders(
  folder: string,
  required: ReadonlyMap<string, Requirement>,
  available: ReadonlySet<string>,
): void {
  const isAbsent = (name: string): boolean =>
    !available.has((required.get(name) ?? requirement(name, undefined, [])).source);
  rewriteFiles(folder, ({ text, json }) => {
    if (json !== undefined) {
      const { provider } = json;
      if (!isJsonObject(provider) || !Object.keys(provider).some(isAbsent)) return text;
      const kept = Object.entries(provider).filter(([name]) => !isAbsent(name));
      return JSON.stringify({ ...json, provider: Object.fromEntries(kept) });
    }
    const gone = statementsOf(text).filter(({ name, labels }) => name === "provider" && isAbsent(labels[0] ?? ""));
    return withoutStatements(text, gone).replaceAll(
      /^[ \t]*([\w-]+)(?:\.[\w-]+)?[ \t]*=[ \t]*([\w-]+)(?:\.[\w-]+)?[ \t]*,?[ \t]*$\n?/gm,
      (line, name: string, other: string) => (name === other && required.has(name) && isAbsent(name) ? "" : line),
    );
  });
}
