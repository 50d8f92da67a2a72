import { stateful } from "kapsule-guard/provider";
import { DEFAULT_LIFECYCLE } from "kapsule-guard/terraform";

import { FORK } from "../core";
import { type ArgumentObject, type ArgumentValue, Input, isArgumentObject, Reference } from "./argument-value";
import type { Arguments } from "./arguments";
import { bindingOf, camelCase } from "./bindings";
import { call, type Code, list, literal, make, name, object, propertyOf, type Statement, THIS } from "./code";
import { dependenciesOf, referencesIn } from "./dependencies";
import type { ImportedResource } from "./imported-resource";
import { inputFor } from "./inputs";
import { lifecycleOverrides, lifecycleProperty, type LifecycleSettings, missingSettings } from "./lifecycles";
import type { Locality } from "./locality";
import { kindOf, Names } from "./names";
import { isLostByImport } from "./not-set-by-read";
import { RECIPES } from "./recipes";
import { unsupported } from "./recipes/properties";
import type { Recipe } from "./recipes/recipe";
import { holdsSecretOf } from "./secrets";

/** A statement, and the resource that it is for. */
interface ProgramStatement extends Statement {
  readonly importedResource?: ImportedResource;
}

/** Where an adopted resource is in the program. */
interface Location {
  readonly importedResource: ImportedResource;
  /** The construct, or the L1. */
  readonly code: Code;
  /** The recipe that made it; undefined for L1. */
  readonly recipe: Recipe | undefined;
}

interface ProgramInput {
  readonly importedResources: readonly ImportedResource[];
  readonly arguments: Arguments;
  readonly defaults: Locality;
  /** Resources that no construct can stand for, by address. */
  readonly asL1: ReadonlySet<string>;
  /** Settings of lifecycles that constructs do not have by themselves, by address. */
  readonly lifecycles: ReadonlyMap<string, LifecycleSettings>;
  /** Whether a new state imports what exists. */
  readonly imported: boolean;
}

/** Writes the statements that make a stack of resources that exist. */
export class Program {
  public readonly statements: ProgramStatement[] = [];
  public readonly places = new Map<string, Location>();
  /** Resources that neither a construct nor the bindings can stand for. */
  public readonly unknown: ImportedResource[] = [];
  /** Why resources are L1 though there is a construct for their type, by address. */
  public readonly declined = new Map<string, string>();
  /** Arguments that an import ignores, by address. */
  public readonly ignored = new Map<string, readonly string[]>();
  /** What resources wait for in the old configuration and not in the program, by address. */
  public readonly droppedDependencies = new Map<
    string,
    { readonly names: readonly string[]; readonly because: string }
  >();
  /** Ids to import by that have a secret in them, as variables, by address. */
  public readonly importIds = new Map<string, Code>();
  private readonly names: Names;
  /** Constants of variables by their keys. */
  private readonly inputs = new Map<string, string>();
  private readonly started = new Set<string>();
  private readonly byAddress: ReadonlyMap<string, ImportedResource>;

  constructor(private readonly input: ProgramInput) {
    this.names = new Names(input.importedResources);
    this.byAddress = new Map(
      input.importedResources.map((importedResource) => [importedResource.address, importedResource]),
    );
    this.writeProvider();
    for (const importedResource of inReadingOrder(input.importedResources)) this.write(importedResource);
    if (input.imported) this.writeImportIds();
  }

  private writeProvider(): void {
    const { region, zone, project_id: projectId } = this.input.defaults;
    const provider = { module: `${FORK.bindings}/lib/provider`, name: "ScalewayProvider" };
    const settings = object({
      region: region === undefined ? undefined : this.code(region),
      zone: zone === undefined ? undefined : this.code(zone),
      projectId: projectId === undefined ? undefined : this.code(projectId),
    });
    this.statements.push({ code: make(provider, THIS, literal(this.names.claim("scaleway")), settings) });
  }

  private writeImportIds(): void {
    for (const { importedResource } of this.places.values()) {
      if (importedResource.id === undefined || !holdsSecretOf(importedResource, importedResource.id)) continue;
      // Terraform takes no sensitive value for it.
      const asked = inputFor(importedResource, { place: "import_id", type: "string", sensitive: false });
      this.importIds.set(importedResource.address, this.code(asked));
    }
  }

  private write(importedResource: ImportedResource): void {
    if (this.started.has(importedResource.address) || this.places.has(importedResource.address)) return;
    this.started.add(importedResource.address);
    const written = this.input.arguments.of(importedResource);
    const recipe = this.input.asL1.has(importedResource.address)
      ? undefined
      : RECIPES.find(({ type }) => type === importedResource.type);
    if (written !== undefined && recipe !== undefined) {
      const lost = this.lostIn(importedResource, written);
      const kept = Object.fromEntries(Object.entries(written).filter(([argument]) => !lost.includes(argument)));
      if (this.writeConstruct(importedResource, kept, recipe)) {
        this.noteLost(importedResource);
        return;
      }
    }
    const binding = written === undefined ? undefined : bindingOf(importedResource.type);
    if (written === undefined || binding === undefined) {
      this.unknown.push(importedResource);
      return;
    }
    const lost = this.lostIn(importedResource, written);
    if (lost.length > 0) this.ignored.set(importedResource.address, lost);
    const properties = {
      ...this.propertiesOf(written),
      dependsOn: this.dependenciesOf(importedResource),
      lifecycle: lifecycleProperty(settingsOf(importedResource, lost)),
    };
    const id = this.names.idIn("", importedResource);
    this.add(importedResource, id, make(binding, THIS, literal(id), object(properties)), undefined);
  }

  /** What the stack has of what the old configuration has a resource wait for. */
  private dependenciesOf(importedResource: ImportedResource): Code | undefined {
    const found = dependenciesOf(importedResource, this.input.importedResources).map(
      ({ address, importedResources }) => {
        const places = importedResources.map((other) => this.placeOf(other.address));
        return { address, places: places.filter((place) => place !== undefined) };
      },
    );
    const lost = found.filter(({ places }) => places.length === 0).map(({ address }) => address);
    if (lost.length > 0)
      this.droppedDependencies.set(importedResource.address, { names: lost, because: "not in the stack" });
    const dependencies = new Set(found.flatMap(({ places }) => places));
    return dependencies.size === 0 ? undefined : list([...dependencies].map(l1Of));
  }

  /** A construct waits for what it refers to. */
  private noteLost(importedResource: ImportedResource): void {
    if (importedResource.dependsOn.length === 0) return;
    const referred = referencesIn(this.input.arguments.of(importedResource) ?? {});
    const lost = dependenciesOf(importedResource, this.input.importedResources).filter(
      ({ importedResources }) =>
        importedResources.length === 0 || !importedResources.every(({ address }) => referred.includes(address)),
    );
    const names = lost.map(({ address }) => address);
    if (names.length > 0)
      this.droppedDependencies.set(importedResource.address, { names, because: "its construct has no depends_on" });
  }

  /** What is written of a resource and its import does not know. */
  private lostIn({ type }: ImportedResource, written: ArgumentObject): string[] {
    return this.input.imported ? Object.keys(written).filter((argument) => isLostByImport(type, argument)) : [];
  }

  private writeConstruct(importedResource: ImportedResource, written: ArgumentObject, recipe: Recipe): boolean {
    const { parent } = recipe;
    const declined = unsupported(written, recipe.supported);
    if (declined !== undefined) {
      this.declined.set(importedResource.address, declined.because);
      return false;
    }
    const owner = parent === undefined ? undefined : written[parent.argument];
    const scope = owner instanceof Reference ? owner.address : "";
    const id = this.names.idIn(scope, importedResource, parent?.reserved);
    const construction = recipe.write(importedResource, written, {
      id,
      idFor: (what) => this.names.claim(`${id}-${what}`),
      code: (value) => this.code(value),
      construct: (reference, type) => this.constructOf(reference, type),
      dependant: (type, argument, of) => this.dependant(type, argument, of),
    });
    if ("because" in construction) {
      this.declined.set(importedResource.address, construction.because);
      this.names.release(scope, id);
      return false;
    }
    const kind = kindOf(importedResource.type);
    const constant = scope === "" || id.includes(kind) ? id : `${id}-${kind}`;
    const made = this.add(importedResource, constant, construction.code, recipe);
    const settings = this.input.lifecycles.get(importedResource.address);
    if (settings !== undefined) this.statements.push(...lifecycleOverrides(made, settings).map((code) => ({ code })));
    for (const { importedResource: other, path } of construction.others ?? []) {
      const [outer = ""] = path;
      const code = call(propertyOf(made, "node"), "findChild", literal(outer));
      this.places.set(other.address, { importedResource: other, code, recipe });
      this.noteLost(other);
    }
    return true;
  }

  private add(importedResource: ImportedResource, id: string, code: Code, recipe: Recipe | undefined): Code {
    const constant = this.names.constant(id);
    this.statements.push({ name: constant, code, importedResource });
    this.places.set(importedResource.address, { importedResource, code: name(constant), recipe });
    return name(constant);
  }

  private propertiesOf(written: ArgumentObject): Record<string, Code> {
    return Object.fromEntries(
      Object.entries(written).map(([argument, value]) => [camelCase(argument), this.code(value)]),
    );
  }

  private code(value: ArgumentValue): Code {
    if (value instanceof Reference) return this.referenceCode(value);
    if (value instanceof Input) return this.inputCode(value);
    if (Array.isArray(value)) return list(value.map((item) => this.code(item)));
    if (!isArgumentObject(value)) return literal(value);
    return object(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.code(part)])));
  }

  private referenceCode({ address, attribute, value }: Reference): Code {
    const place = this.placeOf(address);
    if (place === undefined) return literal(value ?? "");
    const { code, recipe, importedResource } = place;
    if (recipe === undefined) return propertyOf(code, camelCase(attribute));
    if (attribute === "id" && recipe.type === importedResource.type && recipe.idProperty !== undefined)
      return propertyOf(code, recipe.idProperty);
    return propertyOf(propertyOf(code, "resource"), camelCase(attribute));
  }

  private inputCode(input: Input): Code {
    const constant = this.inputs.get(input.key) ?? this.declare(input);
    this.inputs.set(input.key, constant);
    // Terraform converts between a variable's type and that of another place where it stands.
    return propertyOf(name(constant), valueProperty(input.type));
  }

  private declare({ name: wanted, type, sensitive, description }: Input): string {
    const settings = object({
      type: literal(type),
      sensitive: sensitive ? literal(true) : undefined,
      description: literal(description),
    });
    const id = this.names.claim(wanted);
    const constant = this.names.constant(id);
    const variable = { module: FORK.core, name: "TerraformVariable" };
    this.statements.push({ name: constant, code: make(variable, THIS, literal(id), settings) });
    return constant;
  }

  /** Where a resource is, once it is written; a circle of references has to begin somewhere, with a literal. */
  private placeOf(address: string): Location | undefined {
    const importedResource = this.byAddress.get(address);
    if (importedResource !== undefined) this.write(importedResource);
    return this.places.get(address);
  }

  private constructOf(reference: ArgumentValue | undefined, type: string): Code | undefined {
    if (!(reference instanceof Reference) || reference.attribute !== "id") return undefined;
    const place = this.placeOf(reference.address);
    return place?.recipe?.type === type && place.importedResource.type === type ? place.code : undefined;
  }

  private dependant(type: string, argument: string, of: ImportedResource) {
    for (const importedResource of this.input.importedResources) {
      if (
        importedResource.type !== type ||
        this.input.asL1.has(importedResource.address) ||
        this.places.has(importedResource.address)
      )
        continue;
      // What another construct makes has no place for settings of its own.
      if (missingSettings(importedResource.lifecycle, DEFAULT_LIFECYCLE) !== undefined) continue;
      const written = this.input.arguments.of(importedResource);
      const reference = written?.[argument];
      if (written !== undefined && reference instanceof Reference && reference.address === of.address)
        return { importedResource, written };
    }
    return undefined;
  }
}

/** Constructs first, in the order of their recipes, then the rest as it is in the state. */
function inReadingOrder(importedResources: readonly ImportedResource[]): ImportedResource[] {
  const rank = ({ type }: ImportedResource) => {
    const place = RECIPES.findIndex((recipe) => recipe.type === type);
    return place < 0 ? RECIPES.length : place;
  };
  return [...importedResources].sort((a, b) => rank(a) - rank(b));
}

/** The L1 at a place, which Terraform knows by its address. */
function l1Of({ code, recipe }: Location): Code {
  return recipe === undefined ? code : propertyOf(code, "resource");
}

/** Whether what is lost with it is data or an address, and not only work that stops. */
function isProtected(type: string): boolean {
  return ["data", "address", "container"].includes(stateful[type] ?? "");
}

/** The lifecycle of an L1. What protects data is protected from now on, which changes nothing in the plan. */
function settingsOf({ type, lifecycle }: ImportedResource, lost: readonly string[]): LifecycleSettings {
  const { ignoreChanges } = lifecycle;
  return {
    ...lifecycle,
    preventDestroy: lifecycle.preventDestroy === true || isProtected(type),
    ignoreChanges: ignoreChanges === "all" ? ignoreChanges : [...new Set([...ignoreChanges, ...lost])],
  };
}

/** The property of a variable that has its value as the bindings want it; `value` is of any type. */
function valueProperty(type: string): string {
  if (type === "string") return "stringValue";
  if (type === "number") return "numberValue";
  if (type === "bool") return "booleanValue";
  return /^(?:list|set)\(string\)$/.test(type) ? "listValue" : "value";
}
