import {
  Address,
  AttributePath,
  defaultProviderOf,
  type Mode,
  parseManaged,
  type Target,
  writtenAddress,
} from "../addresses";
import { RecreationInputError } from "../errors";
import {
  asList,
  blocksOf,
  checkNesting,
  describe,
  isJsonObject,
  type Json,
  type JsonObject,
  property,
} from "../values";
import type { ModuleFiles } from "./module-files";

/** What of a resource is not compared: all of it, or what is at some paths. */
export type IgnoreChanges = "all" | readonly AttributePath[];

/** The settings of a `lifecycle` block that decide about replacement. */
export interface Lifecycle {
  readonly createBeforeDestroy: boolean;
  /** Whether destroying it is refused; an expression in OpenTofu. */
  readonly preventDestroy: boolean | string;
  /** `destroy = false` in OpenTofu: what would be destroyed is forgotten, and runs on. */
  readonly skipDestroy: boolean;
  readonly ignoreChanges: IgnoreChanges;
  readonly replaceTriggeredBy: readonly string[];
}

/** One `resource` or `data` block as it is written. */
export interface ResourceBlock {
  /** As its module names it. */
  readonly address: Address;
  readonly body: JsonObject;
  /** Construct path, which CDKTF writes as metadata. */
  readonly path: string | undefined;
  readonly lifecycle: Lifecycle;
  readonly dependsOn: readonly string[];
  /** `scaleway`, or `scaleway.alias`. */
  readonly provider: string;
}

interface VariableBlock {
  /** Undefined when the variable has none. */
  readonly default: Json | undefined;
  readonly sensitive: boolean;
  /** Its type constraint, as it is written. */
  readonly type: string | undefined;
  /** Whether null is a value of it, and does not stand for the default. */
  readonly nullable: boolean;
}

interface OutputBlock {
  readonly value: Json;
  readonly sensitive: boolean;
}

/** A Terraform JSON configuration. Its blocks are known by what its own expressions name them: `type.name`, `data.type.name`. */
export interface Configuration {
  readonly resources: ReadonlyMap<string, ResourceBlock>;
  readonly data: ReadonlyMap<string, ResourceBlock>;
  readonly ephemeral: ReadonlyMap<string, ResourceBlock>;
  readonly locals: ReadonlyMap<string, Json>;
  readonly variables: ReadonlyMap<string, VariableBlock>;
  readonly modules: ReadonlyMap<string, JsonObject>;
  readonly outputs: ReadonlyMap<string, OutputBlock>;
  /** Provider blocks by `name` or `name.alias`. */
  readonly providers: ReadonlyMap<string, JsonObject>;
  readonly moved: readonly { readonly from: Target; readonly to: Target }[];
  readonly removed: readonly { readonly from: Target; readonly destroy: boolean }[];
  /** What `import` blocks name as the id, by the address they import to. */
  readonly imports: ReadonlyMap<string, Json>;
}

/**
 * Reads a parsed Terraform JSON configuration, hand-written or synthesized.
 *
 * @throws RecreationInputError when it is not one, with the place and what was expected there.
 */
export function readConfiguration(input: unknown, what = "the configuration"): Configuration {
  if (!isJsonObject(input)) throw new RecreationInputError(`${what}: expected an object, got ${describe(input)}`);
  checkNesting(input, what);
  return {
    resources: readResources(property(input, "resource"), "managed"),
    data: readResources(property(input, "data"), "data"),
    ephemeral: readResources(property(input, "ephemeral"), "ephemeral"),
    locals: readLocals(input),
    variables: readVariables(input),
    modules: new Map(labelled(property(input, "module"), "module")),
    outputs: new Map(
      labelled(property(input, "output"), "output").map(([name, body]) => [
        name,
        { value: property(body, "value") ?? null, sensitive: property(body, "sensitive") === true },
      ]),
    ),
    providers: readProviders(property(input, "provider")),
    moved: blocksOf(property(input, "moved"), "moved").map((block) => ({
      from: targetAt(block, "from", "moved"),
      to: targetAt(block, "to", "moved"),
    })),
    removed: blocksOf(property(input, "removed"), "removed").map((block) => ({
      from: targetAt(block, "from", "removed"),
      destroy: first(property(block, "lifecycle"), "removed.lifecycle").destroy !== false,
    })),
    imports: readImports(input),
  };
}

function first(value: Json | undefined, where: string): JsonObject {
  return blocksOf(value, where)[0] ?? {};
}

/** Blocks with one label. Metadata keys are not labels. */
export function labelled(value: Json | undefined, where: string): [string, JsonObject][] {
  return blocksOf(value, where).flatMap((group) =>
    Object.entries(group)
      .filter(([label]) => label !== "//")
      .map(([label, body]): [string, JsonObject] => [label, first(body, `${where}.${label}`)]),
  );
}

function addressIn(block: JsonObject, key: string, where: string): string {
  const value = property(block, key);
  if (typeof value !== "string")
    throw new RecreationInputError(`${where}.${key}: expected an address, got ${describe(value)}`);
  return writtenAddress(value);
}

/** @throws RecreationInputError in Terraform's words where it names neither a resource nor a module. */
function targetAt(block: JsonObject, key: string, where: string): Target {
  const written = addressIn(block, key, where);
  const target = parseManaged(written);
  if (target === undefined)
    throw new RecreationInputError(
      `Invalid address: ${where}.${key} is ${JSON.stringify(written)}, and names no resource or module`,
    );
  return target;
}

function readResources(value: Json | undefined, mode: Mode): Map<string, ResourceBlock> {
  const where = mode === "managed" ? "resource" : mode;
  const found = new Map<string, ResourceBlock>();
  for (const group of blocksOf(value, where)) {
    for (const [type, named] of Object.entries(group)) {
      if (type === "//") continue;
      for (const [name, body] of labelled(named, `${where}.${type}`)) {
        const address = Address.of({ mode, type, name });
        if (found.has(address.inside)) throw new RecreationInputError(`${address} is declared twice`);
        found.set(address.inside, readResource(address, body));
      }
    }
  }
  return found;
}

function readResource(address: Address, body: JsonObject): ResourceBlock {
  const provider = property(body, "provider");
  return {
    address,
    body,
    path: constructPath(body),
    lifecycle: readLifecycle(address, body),
    dependsOn: addresses(property(body, "depends_on"), `${address}.depends_on`),
    provider: typeof provider === "string" ? writtenAddress(provider) : defaultProviderOf(address.type),
  };
}

/** What CDKTF has as the path of a block's construct. */
export function constructPath(body: JsonObject): string | undefined {
  const comment = property(body, "//");
  const metadata = isJsonObject(comment) ? property(comment, "metadata") : undefined;
  const path = isJsonObject(metadata) ? property(metadata, "path") : undefined;
  return typeof path === "string" ? path : undefined;
}

/** What a resource without a `lifecycle` block has. */
export const DEFAULT_LIFECYCLE: Lifecycle = {
  createBeforeDestroy: false,
  preventDestroy: false,
  skipDestroy: false,
  ignoreChanges: [],
  replaceTriggeredBy: [],
};

function readLifecycle(address: Address, body: JsonObject): Lifecycle {
  const written = property(body, "lifecycle");
  if (written === undefined) return DEFAULT_LIFECYCLE;
  const lifecycle = first(written, `${address}.lifecycle`);
  const ignored = addresses(property(lifecycle, "ignore_changes"), `${address}.lifecycle.ignore_changes`);
  return {
    createBeforeDestroy: flag(property(lifecycle, "create_before_destroy")) === true,
    preventDestroy: flag(property(lifecycle, "prevent_destroy")) ?? false,
    skipDestroy: flag(property(lifecycle, "destroy")) === false,
    ignoreChanges: ignored.includes("all") ? "all" : ignoredAt(ignored),
    replaceTriggeredBy: addresses(
      property(lifecycle, "replace_triggered_by"),
      `${address}.lifecycle.replace_triggered_by`,
    ),
  };
}

/** The paths of `ignore_changes` as they are written. Terraform makes no plan of what is none. */
export function ignoredAt(paths: readonly string[]): AttributePath[] {
  return paths.flatMap((path) => AttributePath.tryParse(path) ?? []);
}

/** A literal, also as a text, or the expression that stands there. */
function flag(value: Json | undefined): boolean | string | undefined {
  if (value === "true" || value === "false") return value === "true";
  return typeof value === "boolean" || typeof value === "string" ? value : undefined;
}

/** OpenTofu's `lifecycle.enabled` of a resource or module: no instance where it is false. */
export function enabledIn(body: JsonObject, address: Target): Json {
  const written = property(body, "lifecycle");
  return written === undefined ? null : (property(first(written, `${address}.lifecycle`), "enabled") ?? null);
}

function addresses(value: Json | undefined, where: string): string[] {
  return asList(value).map((item) => {
    if (typeof item !== "string") throw new RecreationInputError(`${where}: expected addresses, got ${describe(item)}`);
    return writtenAddress(item);
  });
}

function readLocals(input: JsonObject): Map<string, Json> {
  const entries = blocksOf(property(input, "locals"), "locals").flatMap((block) => Object.entries(block));
  return new Map(entries.filter(([name]) => name !== "//"));
}

function readImports(input: JsonObject): Map<string, Json> {
  const found = new Map<string, Json>();
  for (const block of blocksOf(property(input, "import"), "import")) {
    const to = addressIn(block, "to", "import");
    if (found.has(to) && property(block, "for_each") === undefined) {
      throw new RecreationInputError(`Duplicate import configuration for ${to}: one object has one id`);
    }
    found.set(to, property(block, "id") ?? null);
  }
  return found;
}

function readVariables(input: JsonObject): Map<string, VariableBlock> {
  return new Map(
    labelled(property(input, "variable"), "variable").map(([name, body]) => [
      name,
      {
        default: property(body, "default"),
        type: textOf(property(body, "type")),
        sensitive: property(body, "sensitive") === true,
        nullable: property(body, "nullable") !== false,
      },
    ]),
  );
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function readProviders(value: Json | undefined): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const group of blocksOf(value, "provider")) {
    for (const [name, bodies] of Object.entries(group)) {
      if (name === "//") continue;
      for (const body of blocksOf(bodies, `provider.${name}`)) {
        const alias = property(body, "alias");
        found.set(typeof alias === "string" ? `${name}.${alias}` : name, body);
      }
    }
  }
  return found;
}

/**
 * What a configuration and the modules that it calls require of the Scaleway provider, under whatever name; undefined where nothing is said.
 *
 * @param modules The local modules that it calls. @default - none is read
 */
export function providerConstraint(input: unknown, modules: ModuleFiles = {}): string | undefined {
  const inModules = Object.values(modules).map(({ configuration }) => configuration);
  const found = [input, ...inModules].flatMap(constraintsIn);
  return found.length === 0 ? undefined : [...new Set(found)].join(", ");
}

function constraintsIn(input: unknown): string[] {
  if (!isJsonObject(input)) return [];
  const required = blocksOf(property(input, "terraform"), "terraform").flatMap((block) =>
    blocksOf(property(block, "required_providers"), "terraform.required_providers"),
  );
  return required
    .flatMap((entries) => Object.entries(entries))
    .flatMap(([name, entry]) => {
      const source = isJsonObject(entry) ? property(entry, "source") : undefined;
      const isScaleway =
        typeof source === "string" ? SCALEWAY_SOURCE.test(source) || name === "scaleway" : name === "scaleway";
      const version = isJsonObject(entry) ? property(entry, "version") : entry;
      return isScaleway && typeof version === "string" ? [version] : [];
    });
}

/** With or without the host of a registry. */
const SCALEWAY_SOURCE = /(?:^|\/)scaleway\/scaleway$/i;
