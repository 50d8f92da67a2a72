import {
  Address,
  attributesAskedOf,
  blocksOf,
  isJsonObject,
  isTemplate,
  type Json,
  type JsonObject,
} from "../terraform";
import { type Diagnostic, formatDiagnostics, PlanError } from "./errors";
import { objectAt, without } from "./json";

/** Sections of a configuration whose blocks are read during a plan. */
const SECTIONS = ["data", "ephemeral"];

/** What data sources and ephemeral resources answer, by address, such as `data.scaleway_vpc.main`. */
export type DataAnswers = Readonly<Record<string, unknown>>;

/** Their provider reads files and states of the caller, so that they are never asked. */
const neverRead = ["terraform_remote_state"];

/** Addresses of the data sources that must not be asked at all. */
export function unaskable(configuration: JsonObject): string[] {
  return neverRead.flatMap((type) =>
    Object.keys(objectAt(objectAt(configuration, "data"), type)).map((name) => `data.${type}.${name}`),
  );
}

/** Addresses of the data sources and ephemeral resources that a plan read in vain. */
export function readInVain(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set(instancesIn(diagnostics).map(blockAddress))];
}

function instancesIn(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .flatMap(({ address }) => (SECTIONS.some((section) => address?.startsWith(`${section}.`)) ? [address ?? ""] : []));
}

/** The address of a data source without the key of an instance; what is no address stays as it is. */
export function blockAddress(instance: string): string {
  return Address.tryParse(instance)?.resource.toString() ?? instance;
}

/** Addresses of all data sources and ephemeral resources of a configuration. */
export function dataSourcesIn(configuration: JsonObject): string[] {
  return SECTIONS.flatMap((section) =>
    Object.entries(objectAt(configuration, section)).flatMap(([type, named]) =>
      isJsonObject(named) ? Object.keys(named).map((name) => `${section}.${type}.${name}`) : [],
    ),
  );
}

/**
 * Puts answers in the place of data sources.
 *
 * @param addresses The data sources that the plan reads.
 * @throws PlanError for one that has no answer, or one that lacks what the configuration asks of it
 */
export function answered(
  configuration: JsonObject,
  addresses: readonly string[],
  answers: DataAnswers,
  diagnostics: readonly Diagnostic[],
): JsonObject {
  const found = new Map(addresses.map((address) => [address, answerTo(address, answers)]));
  const lacking = addresses.filter((address) => !isComplete(configuration, address, found.get(address)));
  if (lacking.length > 0) throw unanswered(configuration, lacking, diagnostics);
  return addresses.reduce((rest, address) => withAnswer(rest, address, found.get(address) ?? null), configuration);
}

/** One answer for a data source, or a list or an object of those for its instances. */
function answerTo(address: string, answers: DataAnswers): Json | undefined {
  if (Object.hasOwn(answers, address)) return answers[address] as Json;
  const keyed = Object.entries(answers).flatMap(([instance, answer]): [string | number, Json][] => {
    const parsed = Address.tryParse(instance);
    if (parsed?.key === undefined || parsed.resource.toString() !== address) return [];
    return [[parsed.key, answer as Json]];
  });
  if (keyed.length === 0) return undefined;
  if (keyed.some(([key]) => typeof key === "string")) return Object.fromEntries(keyed);
  return keyed.sort(([a], [b]) => Number(a) - Number(b)).map(([, answer]) => answer);
}

function isComplete(configuration: JsonObject, address: string, answer: Json | undefined): boolean {
  if (answer === undefined) return false;
  const [section = "", type = "", name = ""] = address.split(".");
  const block = objectAt(objectAt(objectAt(configuration, section), type), name);
  if (!isJsonObject(answer) || Object.hasOwn(block, "count") || Object.hasOwn(block, "for_each")) return true;
  return attributesAsked(configuration, address).every((attribute) => Object.hasOwn(answer, attribute));
}

function withAnswer(configuration: JsonObject, address: string, answer: Json): JsonObject {
  const [section = "", type = "", name = ""] = address.split(".");
  const local = `answer_of_${section === "data" ? "" : `${section}_`}${type}_${name}`;
  const reference = new RegExp(`\\b${section}\\.${type}\\.${name}(?![\\w-])`, "g");
  const rewritten = rewrite(withoutSource(configuration, [section, type, name]), (text, bare) =>
    bare || isTemplate(text) ? text.replace(reference, `local.${local}`) : text,
  );
  const locals = blocksOf(configuration.locals).length === 0 ? {} : (rewritten as JsonObject).locals;
  return {
    ...(rewritten as JsonObject),
    locals: { ...Object.assign({}, ...blocksOf(locals)), [local]: rewrite(answer, literally) } as JsonObject,
  };
}

/** Engines refuse a section, and a type, without a block. */
function withoutSource(configuration: JsonObject, [section, type, name]: [string, string, string]): JsonObject {
  const sources = objectAt(configuration, section);
  const named = without(objectAt(sources, type), name);
  const left = Object.keys(named).length === 0 ? without(sources, type) : { ...sources, [type]: named };
  return Object.keys(left).length === 0 ? without(configuration, section) : { ...configuration, [section]: left };
}

/** Rewrites every text of a configuration; a local cannot be waited for, so `depends_on` loses it. */
function rewrite(json: Json, text: (value: string, bare: boolean) => string): Json {
  if (typeof json === "string") return text(json, false);
  if (Array.isArray(json)) return json.map((item) => rewrite(item, text));
  if (!isJsonObject(json)) return json;
  const entries = Object.entries(json).map(([key, value]): [string, Json] => {
    if (key !== "depends_on" || !Array.isArray(value)) return [text(key, false), rewrite(value, text)];
    return [key, value.filter((item) => typeof item !== "string" || text(item, true) === item)];
  });
  return Object.fromEntries(entries);
}

function literally(text: string): string {
  return text.replaceAll(/[$%]\{/g, (start) => `${start[0] ?? ""}${start}`);
}

function unanswered(
  configuration: JsonObject,
  addresses: readonly string[],
  diagnostics: readonly Diagnostic[],
): PlanError {
  const instances = instancesIn(diagnostics).filter((instance) => addresses.includes(blockAddress(instance)));
  const lines = [...new Set(instances.length > 0 ? instances : addresses)].sort().map((address) => {
    const names = attributesAsked(configuration, blockAddress(address)).map((attribute) => `${attribute}: …`);
    return `  ${JSON.stringify(address)}: { ${names.length === 0 ? "…" : names.join(", ")} },`;
  });
  const refusals = formatDiagnostics(
    diagnostics.filter(({ address }) => addresses.some((each) => address?.startsWith(each))),
  );
  return new PlanError(
    "data-source-unanswered",
    `The plan reads ${addresses.join(", ")}, and nobody may be asked. Say what they answer:\n\n` +
      `planOf(stack, { data: {\n${lines.join("\n")}\n} })${refusals === "" ? "" : `\n\nWithout an answer:\n${refusals}`}`,
    diagnostics,
  );
}

/** The attributes of a data source that the configuration refers to. */
function attributesAsked(configuration: JsonObject, address: string): string[] {
  const found = new Set<string>();
  rewrite(configuration, (text) => {
    for (const attribute of attributesAskedOf(address, text)) found.add(attribute);
    return text;
  });
  return [...found];
}
