import { Address, AttributePath, defaultProviderOf, type InstanceKey, type Mode, ModuleAddress } from "../addresses";
import { RecreationInputError } from "../errors";
import {
  checkNesting,
  describe,
  isJsonObject,
  isMap,
  type Json,
  type JsonObject,
  literal,
  objectsOf,
  property,
  type Value,
  type ValueMap,
} from "../values";

/** One object that the state holds. */
export interface StateInstance {
  readonly address: Address;
  /** The provider block that it was made by, as configurations name it; undefined where the format does not tell. */
  readonly provider: string | undefined;
  readonly values: ValueMap;
  readonly tainted: boolean;
  /** Whether OpenTofu forgets it where it would be destroyed; undefined where the format does not tell. */
  readonly skipDestroy: boolean | undefined;
  /** Paths of values that the state marks as secrets, without indices. */
  readonly secrets: ReadonlySet<AttributePath>;
}

/** What exists before an apply, as Terraform's state tells it. */
export interface PriorState {
  readonly managed: ReadonlyMap<Address, StateInstance>;
  readonly data: ReadonlyMap<Address, StateInstance>;
  /** Addresses with an object that an earlier apply failed to destroy. */
  readonly deposed: readonly Address[];
  /** Addresses of the providers that the state has Scaleway's resources under: `registry.terraform.io/scaleway/scaleway`. */
  readonly sources: ReadonlySet<string>;
}

/**
 * Reads a parsed state: a state file of version 4, or the output of `terraform show -json` of a state or a plan.
 *
 * @throws RecreationInputError when it is neither.
 */
export function readState(input: unknown): PriorState {
  if (!isJsonObject(input)) throw new RecreationInputError(`the state: expected an object, got ${describe(input)}`);
  checkNesting(input, "the state");
  const reader = new StateReader();
  const prior = property(input, "prior_state");
  const shown = property(isJsonObject(prior) ? prior : input, "values");
  if (property(input, "version") === 4) reader.file(property(input, "resources") ?? []);
  else if (isJsonObject(shown)) reader.module(property(shown, "root_module") ?? {});
  else if (property(input, "format_version") === undefined) {
    throw new RecreationInputError(
      "the state: expected a state file of version 4 or the output of `terraform show -json`",
    );
  }
  return reader;
}

class StateReader implements PriorState {
  readonly managed = new Map<Address, StateInstance>();
  readonly data = new Map<Address, StateInstance>();
  readonly deposed: Address[] = [];
  readonly sources = new Set<string>();

  file(resources: Json): void {
    for (const entry of objectsOf(resources, "the state's resources")) {
      const module = moduleAt(property(entry, "module"));
      for (const instance of objectsOf(property(entry, "instances") ?? [], "the state's instances")) {
        const attributes = property(instance, "attributes") ?? property(instance, "attributes_flat") ?? {};
        this.add(entry, module, property(instance, "index_key"), attributes, {
          tainted: property(instance, "status") === "tainted",
          skipDestroy: property(instance, "skip_destroy") === true,
          deposed: typeof property(instance, "deposed") === "string",
          secrets: markedPaths(property(instance, "sensitive_attributes")),
        });
      }
    }
  }

  module(module: Json): void {
    const pending = [module];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (!isJsonObject(next))
        throw new RecreationInputError(`the state's module: expected an object, got ${describe(next)}`);
      const address = moduleAt(property(next, "address"));
      for (const entry of objectsOf(property(next, "resources") ?? [], "the state's resources")) {
        this.add(entry, address, property(entry, "index"), property(entry, "values") ?? {}, {
          tainted: property(entry, "tainted") === true,
          skipDestroy: undefined,
          deposed: typeof property(entry, "deposed_key") === "string",
          secrets: new Set(trueLeaves(property(entry, "sensitive_values"), [])),
        });
      }
      pending.push(...objectsOf(property(next, "child_modules") ?? [], "the state's child_modules"));
    }
  }

  private add(
    entry: JsonObject,
    module: ModuleAddress,
    key: Json | undefined,
    attributes: Json,
    { deposed, ...status }: Pick<StateInstance, "tainted" | "skipDestroy" | "secrets"> & { deposed: boolean },
  ): void {
    const [type, name] = [property(entry, "type"), property(entry, "name")];
    if (typeof type !== "string" || typeof name !== "string") {
      throw new RecreationInputError("the state: a resource has no type or no name");
    }
    if (Address.tryParse(`${type}.${name}`) === undefined) {
      throw new RecreationInputError(
        `the state: expected the type and name of a resource, got ${JSON.stringify(type)} and ${JSON.stringify(name)}`,
      );
    }
    if (!isJsonObject(attributes)) throw new RecreationInputError(`the state's ${type}.${name}: expected attributes`);
    const mode: Mode = property(entry, "mode") === "data" ? "data" : "managed";
    const source = sourceOf(property(entry, "provider") ?? property(entry, "provider_name"));
    if (mode === "managed" && source !== undefined && defaultProviderOf(type) === "scaleway") this.sources.add(source);
    const address = Address.of({ module, mode, type, name, key: keyOf(key) });
    if (deposed) {
      this.deposed.push(address);
      return;
    }
    const provider = configurationOf(type, property(entry, "provider"));
    const instance = { address, provider, values: valuesOf(type, attributes), ...status };
    (mode === "data" ? this.data : this.managed).set(address, instance);
  }
}

function moduleAt(address: Json | undefined): ModuleAddress {
  return typeof address === "string" ? ModuleAddress.parse(address) : ModuleAddress.root;
}

/** The provider's address, without the module and the alias of its configuration. */
function sourceOf(provider: Json | undefined): string | undefined {
  return typeof provider === "string" ? /[\w.-]+(?::\d+)?\/[\w-]+\/[\w-]+/.exec(provider)?.[0] : undefined;
}

/** `module.m.provider["registry.terraform.io/scaleway/scaleway"].paris` is the block `module.m.scaleway.paris`. */
function configurationOf(type: string, provider: Json | undefined): string | undefined {
  const parts = typeof provider === "string" ? /^(.*?)provider\["[^"]+"\](?:\.([\w-]+))?$/.exec(provider) : undefined;
  if (!parts) return undefined;
  const [, module = "", alias] = parts;
  return `${module}${defaultProviderOf(type)}${alias === undefined ? "" : `.${alias}`}`;
}

/** In a state file, a path is a list of steps; of a list or set, the step is left out. */
function markedPaths(paths: Json | undefined): ReadonlySet<AttributePath> {
  const marked = (Array.isArray(paths) ? paths : []).flatMap((steps) =>
    pathOf(
      (Array.isArray(steps) ? steps : [])
        .filter(isJsonObject)
        .map((step) => property(step, "value"))
        .map((value) => (isJsonObject(value) ? property(value, "value") : value))
        .filter((value) => typeof value === "string"),
    ),
  );
  return new Set(marked);
}

/** What `terraform show -json` has `true` for. */
function trueLeaves(marks: Json | undefined, names: readonly string[]): AttributePath[] {
  if (marks === true) return pathOf(names);
  if (Array.isArray(marks)) return marks.flatMap((mark) => trueLeaves(mark, names));
  if (!isJsonObject(marks)) return [];
  return Object.entries(marks).flatMap(([name, mark]) => trueLeaves(mark, [...names, name]));
}

function pathOf([root, ...names]: readonly string[]): AttributePath[] {
  return root === undefined ? [] : [AttributePath.of(root, ...names)];
}

function keyOf(key: Json | undefined): InstanceKey {
  return typeof key === "number" || typeof key === "string" ? key : undefined;
}

/** Attributes of `terraform_data` that take any type, with which a state holds their value. */
const ANY_TYPE: ReadonlySet<string> = new Set(["input", "output", "triggers_replace"]);

function valuesOf(type: string, attributes: JsonObject): ValueMap {
  const values = new Map<string, Value>();
  for (const name of Object.keys(attributes)) {
    const value = literal(attributes[name]);
    const wrapped = type === "terraform_data" && ANY_TYPE.has(name) && isMap(value) && value.has("value");
    values.set(name, wrapped ? (value.get("value") ?? null) : value);
  }
  return values;
}
