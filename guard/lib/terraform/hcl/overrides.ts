import { labelled } from "../configuration";
import { RecreationInputError } from "../errors";
import { asList, blocksOf, isJsonObject, type Json, type JsonObject, property } from "../values";

/** Blocks of which each adds to the configuration, so that there is none to change. */
const ADDED_ONLY = ["check", "import", "moved", "removed"];

/** How many labels the blocks of a kind have, whose arguments an override file changes. */
const LABELS: Readonly<Record<string, number>> = {
  action: 2,
  data: 2,
  ephemeral: 2,
  module: 1,
  output: 1,
  provider: 1,
  resource: 2,
  variable: 1,
};

/**
 * Changes a configuration by an override file: its arguments and nested blocks take the place of those of the same name.
 * (Terraform's "Override Files": https://developer.hashicorp.com/terraform/language/files/override)
 *
 * @param file Its name, for messages.
 * @throws RecreationInputError for a block that changes nothing that there is, and for one that cannot change any
 */
export function withOverride(configuration: JsonObject, override: JsonObject, file: string): JsonObject {
  const result: JsonObject = { ...configuration };
  for (const [kind, value] of Object.entries(override)) {
    if (kind === "//") continue;
    if (ADDED_ONLY.includes(kind)) {
      throw new RecreationInputError(`${file}: an override file cannot have ${kind} blocks; move them to another file`);
    }
    const labels = LABELS[kind];
    const before = property(result, kind);
    if (labels !== undefined) result[kind] = overridden(before, value, { kind, labels, file });
    else if (kind === "terraform") result.terraform = [settingsOf(blocksOf(before), blocksOf(value))];
    else result[kind] = [...asList(before), ...asList(value)];
  }
  return result;
}

interface Overriding {
  readonly kind: string;
  readonly labels: number;
  readonly file: string;
}

function overridden(before: Json | undefined, value: Json, { kind, labels, file }: Overriding): Json {
  const changes = bodiesOf(value, kind, labels);
  const left = new Set(changes);
  const result = bodiesOf(before, kind, labels).map((body) => {
    const own = changes.filter((change) => isSame(change, body));
    for (const change of own) left.delete(change);
    return own.reduce((changed, { content }) => ({ ...changed, content: changedBody(changed.content, content) }), body);
  });
  const [missing] = left;
  if (missing !== undefined && kind !== "provider") {
    throw new RecreationInputError(
      `${file}: there is no ${[kind, ...missing.labels].join(" ")} that its block could override; declare it in another file`,
    );
  }
  return [...result, ...left].map(({ labels: names, content }) =>
    names.reduceRight<Json>((inner, name) => ({ [name]: inner }), content),
  );
}

/** One block, with its labels. */
interface LabelledBody {
  readonly labels: readonly string[];
  readonly content: JsonObject;
}

function isSame(one: LabelledBody, other: LabelledBody): boolean {
  const alias = ({ content }: LabelledBody): Json => property(content, "alias") ?? null;
  return one.labels.join(".") === other.labels.join(".") && alias(one) === alias(other);
}

function bodiesOf(value: Json | undefined, where: string, labels: number): LabelledBody[] {
  if (labels === 1) {
    return blocksOf(value, where).flatMap((group) =>
      Object.entries(group)
        .filter(([label]) => label !== "//")
        .flatMap(([label, bodies]) => blocksOf(bodies, where).map((content) => ({ labels: [label], content }))),
    );
  }
  return blocksOf(value, where).flatMap((group) =>
    Object.entries(group)
      .filter(([type]) => type !== "//")
      .flatMap(([type, named]) =>
        labelled(named, `${where}.${type}`).map(([name, content]) => ({ labels: [type, name], content })),
      ),
  );
}

/** Arguments and blocks of a name take the place of all of that name; of `lifecycle`, each argument by itself. */
function changedBody(body: JsonObject, change: JsonObject): JsonObject {
  const dynamic = dynamicOf(change);
  const replaced = new Set(["dynamic", "lifecycle", ...Object.keys(change), ...Object.keys(dynamic)]);
  const kept = Object.entries(body).filter(([name]) => !replaced.has(name));
  const keptDynamic = Object.entries(dynamicOf(body)).filter(([name]) => !replaced.has(name));
  const dynamics = { ...Object.fromEntries(keptDynamic), ...dynamic };
  const lifecycle = [...blocksOf(property(body, "lifecycle")), ...blocksOf(property(change, "lifecycle"))];
  return {
    ...Object.fromEntries(kept),
    ...change,
    ...(lifecycle.length === 0 ? {} : { lifecycle: [Object.assign({}, ...lifecycle) as JsonObject] }),
    ...(Object.keys(dynamics).length === 0 ? {} : { dynamic: dynamics }),
  };
}

/** Blocks that are generated, by their name. */
function dynamicOf(body: JsonObject): JsonObject {
  return Object.assign({}, ...blocksOf(property(body, "dynamic"))) as JsonObject;
}

/** Providers are required one by one; a backend takes the place of another one. */
function settingsOf(before: readonly JsonObject[], changes: readonly JsonObject[]): JsonObject {
  const settings = [...before, ...changes].reduce<JsonObject>((all, block) => {
    const state = ["backend", "cloud"].some((name) => name in block) ? ["backend", "cloud"] : [];
    const kept = Object.entries(all).filter(([name]) => !state.includes(name));
    return { ...Object.fromEntries(kept), ...block };
  }, {});
  const required = [...before, ...changes].flatMap((block) => blocksOf(property(block, "required_providers")));
  return required.length === 0 ? settings : { ...settings, required_providers: [merged(required)] };
}

function merged(blocks: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(
    blocks.flatMap((block) =>
      Object.entries(block).filter(([, value]) => isJsonObject(value) || typeof value === "string"),
    ),
  );
}
