import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { isJsonObject, type Json, type JsonObject } from "../lib/terraform";
import { localProvider, requirementsIn } from "./absent";
import { answersBy } from "./answers";
import type { FolderEngine } from "./engine-folder";
import { foldersReached, rewriteFiles } from "./folder-files";
import { statementsOf, withoutStatements } from "./hcl-text";
import { writeProbes } from "./site-probes";
import { declaredIn, withStandIns } from "./stand-ins";

const SETTINGS = "zz_settings.tf.json";

/**
 * Makes the folders of a root plannable in their place: without a backend, an account and requirements of releases that are not here,
 * with what prevent_destroy would refuse, and with answers in the place of data sources.
 */
export function makePlannable(tree: string, root: string, engine: FolderEngine): void {
  // A revision may call a folder that it does not have.
  for (const folder of foldersReached(tree, root)
    .map((each) => join(tree, each))
    .filter(existsSync)) {
    const required = requirementsIn(folder);
    rewriteFiles(folder, ({ text, json }) => {
      if (json !== undefined) return unprotected(JSON.stringify(withoutSettings(json)));
      const settings = statementsOf(text).filter(({ name, body }) => name === "terraform" && body !== undefined);
      return unprotected(withoutAccount(withoutStatements(text, settings)));
    });
    const here = [...required].filter(([, { source }]) => engine.providers.has(source));
    const requirements = here.map(([name, { source, aliases }]) => [
      name,
      {
        source,
        ...(aliases.length === 0 ? {} : { configuration_aliases: aliases }),
      },
    ]);
    const terraform = engine.settings(Object.fromEntries(requirements) as JsonObject);
    writeFileSync(join(folder, SETTINGS), JSON.stringify({ terraform }));
    writeProbes(folder);
    const asked = declaredIn(folder).filter(({ kind }) => kind === "data" || kind === "ephemeral");
    withStandIns(
      folder,
      "zz_answers.tf",
      asked.filter((each) => localProvider(each) !== "terraform"),
      answersBy(engine.data),
    );
  }
}

function withoutSettings(json: JsonObject): JsonObject {
  const kept = Object.entries(json).filter(([name]) => name !== "terraform");
  return Object.fromEntries(kept.map(([name, value]) => [name, name === "provider" ? withoutKeys(value) : value]));
}

/** What would reach an account or another server than the stand-in; the environment says which these are. */
const ACCOUNT = ["access_key", "secret_key", "profile", "api_url"];

function withoutKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutKeys);
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !ACCOUNT.includes(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutKeys(inner)]));
}

function withoutAccount(text: string): string {
  const blocks = statementsOf(text).filter(({ name, body }) => name === "provider" && body !== undefined);
  return blocks.reduceRight((rest, { start, end, body = "" }) => {
    const gone = statementsOf(body).filter(({ name }) => ACCOUNT.includes(name));
    const block = rest.slice(start, end).replace(body, () => withoutStatements(body, gone));
    return rest.slice(0, start) + block + rest.slice(end);
  }, text);
}

/** What prevent_destroy would refuse is what is to be seen; the engine takes only a literal there. */
function unprotected(text: string): string {
  return text.replaceAll(/(\bprevent_destroy"?\s*[=:]\s*)"?true"?/g, "$1false");
}
