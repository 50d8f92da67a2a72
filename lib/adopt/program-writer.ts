import { stateful } from "kapsule-guard/provider";
import { type Address, AttributePath, DEFAULT_LIFECYCLE } from "kapsule-guard/terraform";

import { FORK } from "../core";
import { type ArgumentObject, type ArgumentValue, Reference } from "./argument-value";
import type { Arguments } from "./arguments";
import { bindingOf, camelCase } from "./bindings";
import { call, type Code, list, literal, make, name, object, propertyOf, THIS } from "./code";
import { dependenciesOf, referencesIn } from "./dependencies";
import type { ImportedResource } from "./imported-resource";
import { inputFor } from "./inputs";
import { lifecycleOverrides, lifecycleProperty, type LifecycleSettings, missingSettings } from "./lifecycles";
import type { Locality } from "./locality";
import { kindOf, Names } from "./names";
import { isLostByImport } from "./not-set-by-read";
import type { Location, Note, Outcome, Program, ProgramStatement } from "./program";
import { RECIPES } from "./recipes";
import { unsupported } from "./recipes/properties";
import type { Recipe } from "./recipes/recipe";
import { holdsSecretOf } from "./secrets";
import { ValueCode } from "./value-code";

interface ProgramInput {
  readonly importedResources: readonly ImportedResource[];
  readonly arguments: Arguments;
  readonly defaults: Locality;
  /** Why no construct can stand for some resources, by address. */
  readonly refused: ReadonlyMap<Address, string>;
  /** Settings of lifecycles that constructs do not have by themselves, by address. */
  readonly lifecycles: ReadonlyMap<Address, LifecycleSettings>;
  /** Whether a new state imports what exists. */
  readonly imported: boolean;
}

/** Writes the statements that make a stack of resources that exist. */
export function writeProgram(input: ProgramInput): Program {
  return new ProgramWriter(input).program();
}

class ProgramWriter {
  private readonly statements: ProgramStatement[] = [];
  private readonly places = new Map<Address, Location>();
  private readonly outcomes = new Map<Address, Outcome>();
  private readonly notes: Note[] = [];
  private readonly names: Names;
  private readonly started = new Set<Address>();
  private readonly byAddress: ReadonlyMap<Address, ImportedResource>;
  private readonly code: ValueCode;

  constructor(private readonly input: ProgramInput) {
    this.names = new Names(input.importedResources);
    this.byAddress = new Map(input.importedResources.map((resource) => [resource.address, resource]));
    this.code = new ValueCode({
      names: this.names,
      placeOf: (address) => this.placeOf(address),
      add: (statement) => this.statements.push(statement),
    });
  }

  public program(): Program {
    const { importedResources, imported } = this.input;
    this.writeProvider();
    for (const resource of inReadingOrder(importedResources)) this.write(resource);
    const importIds = imported ? this.importIds() : new Map<Address, Code>();
    const { statements, places } = this;
    const notes = [...importedResources.flatMap((resource) => this.frozenIn(resource)), ...this.notes];
    const outcomes = importedResources.flatMap(({ address }) => this.outcomes.get(address) ?? []);
    return { statements, places, outcomes, notes, importIds };
  }

  private writeProvider(): void {
    const { region, zone, project_id: projectId } = this.input.defaults;
    const provider = { module: `${FORK.bindings}/lib/provider`, name: "ScalewayProvider" };
    const settings = object({
      region: region === undefined ? undefined : this.code.of(region),
      zone: zone === undefined ? undefined : this.code.of(zone),
      projectId: projectId === undefined ? undefined : this.code.of(projectId),
    });
    this.statements.push({ code: make(provider, THIS, literal(this.names.claim("scaleway")), settings) });
  }

  private importIds(): Map<Address, Code> {
    const resources = [...this.places.values()].map(({ importedResource }) => importedResource);
    const secret = resources.filter((resource) => resource.id !== undefined && holdsSecretOf(resource, resource.id));
    // Terraform takes no sensitive value for it.
    const asked = { place: "import_id", type: "string", sensitive: false };
    return new Map(secret.map((resource) => [resource.address, this.code.of(inputFor(resource, asked))]));
  }

  private frozenIn(resource: ImportedResource): Note[] {
    const { address } = resource;
    const names = this.input.arguments.of(resource)?.frozen ?? [];
    return names.length === 0 || !this.places.has(address) ? [] : [{ address, what: "frozen", names }];
  }

  private write(resource: ImportedResource): void {
    const { address } = resource;
    const { type } = address;
    if (this.started.has(address) || this.places.has(address)) return;
    this.started.add(address);
    const written = this.input.arguments.of(resource);
    if (written === undefined) {
      this.leaveOut(resource);
      return;
    }
    const recipe = RECIPES.find((each) => each.type === type);
    const reason =
      this.input.refused.get(address) ??
      (recipe && this.writeConstruct(resource, this.readable(resource, written.values), recipe));
    if (!this.places.has(address)) this.writeL1(resource, written.values, reason);
  }

  private leaveOut({ address }: ImportedResource): void {
    this.outcomes.set(address, { address, outcome: "left-out", reason: "the bindings do not know its type" });
  }

  private writeL1(resource: ImportedResource, values: ArgumentObject, reason: string | undefined): void {
    const { address } = resource;
    const { type } = address;
    const binding = bindingOf(type);
    if (binding === undefined) {
      this.leaveOut(resource);
      return;
    }
    const lost = this.lostIn(resource, values);
    if (lost.length > 0) this.notes.push({ address, what: "ignored", names: lost });
    const properties = {
      ...Object.fromEntries(
        Object.entries(values).map(([argument, value]) => [camelCase(argument), this.code.of(value)]),
      ),
      dependsOn: this.dependenciesOf(resource),
      lifecycle: lifecycleProperty(settingsOf(resource, lost)),
    };
    const id = this.names.idIn("", resource);
    this.add(resource, id, make(binding, THIS, literal(id), object(properties)), undefined);
    this.outcomes.set(address, { address, outcome: "L1", ...(reason === undefined ? {} : { reason }) });
  }

  /** What the stack has of what the old configuration has a resource wait for. */
  private dependenciesOf(resource: ImportedResource): Code | undefined {
    const found = dependenciesOf(resource, this.input.importedResources).map(({ address, importedResources }) => {
      const places = importedResources.map((other) => this.placeOf(other.address));
      return { address, places: places.filter((place) => place !== undefined) };
    });
    const lost = found.filter(({ places }) => places.length === 0).map(({ address }) => address);
    if (lost.length > 0) this.noteDropped(resource, lost, "not in the stack");
    const dependencies = new Set(found.flatMap(({ places }) => places));
    return dependencies.size === 0 ? undefined : list([...dependencies].map(l1Of));
  }

  /** A construct waits for what it refers to. */
  private noteLostDependencies(resource: ImportedResource): void {
    if (resource.dependsOn.length === 0) return;
    const referred = referencesIn(this.input.arguments.of(resource)?.values ?? {});
    const lost = dependenciesOf(resource, this.input.importedResources).filter(
      ({ importedResources }) =>
        importedResources.length === 0 || !importedResources.every(({ address }) => referred.includes(address)),
    );
    const names = lost.map(({ address }) => address);
    if (names.length > 0) this.noteDropped(resource, names, "its construct has no depends_on");
  }

  private noteDropped({ address }: ImportedResource, names: readonly string[], because: string): void {
    this.notes.push({ address, what: "dropped", names, because });
  }

  /** What is written of a resource and its import does not know. */
  private lostIn({ address: { type } }: ImportedResource, values: ArgumentObject): string[] {
    return this.input.imported ? Object.keys(values).filter((argument) => isLostByImport(type, argument)) : [];
  }

  /** The arguments without those that its import does not know. */
  private readable(resource: ImportedResource, values: ArgumentObject): ArgumentObject {
    const lost = this.lostIn(resource, values);
    return Object.fromEntries(Object.entries(values).filter(([argument]) => !lost.includes(argument)));
  }

  /** @returns why there is no construct; undefined once there is one */
  private writeConstruct(resource: ImportedResource, values: ArgumentObject, recipe: Recipe): string | undefined {
    const { parent } = recipe;
    const declined = unsupported(values, recipe.supported);
    if (declined !== undefined) return declined.because;
    const owner = parent === undefined ? undefined : values[parent.argument];
    const scope = owner instanceof Reference ? owner.address.toString() : "";
    const id = this.names.idIn(scope, resource, parent?.reserved);
    const construction = recipe.write(resource, values, {
      id,
      idFor: (what) => this.names.claim(`${id}-${what}`),
      code: (value) => this.code.of(value),
      construct: (reference, type) => this.constructOf(reference, type),
      dependant: (type, argument, of) => this.dependant(type, argument, of),
    });
    if ("because" in construction) {
      this.names.release(scope, id);
      return construction.because;
    }
    const kind = kindOf(resource.address.type);
    const constant = scope === "" || id.includes(kind) ? id : `${id}-${kind}`;
    const made = this.add(resource, constant, construction.code, recipe);
    this.outcomes.set(resource.address, { address: resource.address, outcome: "construct" });
    const settings = this.input.lifecycles.get(resource.address);
    if (settings !== undefined) this.statements.push(...lifecycleOverrides(made, settings).map((code) => ({ code })));
    for (const { importedResource: other, path } of construction.others ?? []) {
      const [outer = ""] = path;
      const code = call(propertyOf(made, "node"), "findChild", literal(outer));
      this.places.set(other.address, { importedResource: other, code, recipe });
      this.outcomes.set(other.address, { address: other.address, outcome: "construct" });
      this.noteLostDependencies(other);
    }
    this.noteLostDependencies(resource);
    return undefined;
  }

  private add(resource: ImportedResource, id: string, code: Code, recipe: Recipe | undefined): Code {
    const constant = this.names.constant(id);
    this.statements.push({ name: constant, code, importedResource: resource });
    this.places.set(resource.address, { importedResource: resource, code: name(constant), recipe });
    return name(constant);
  }

  /** Where a resource is, once it is written; a circle of references has to begin somewhere, with a literal. */
  private placeOf(address: Address): Location | undefined {
    const resource = this.byAddress.get(address);
    if (resource !== undefined) this.write(resource);
    return this.places.get(address);
  }

  private constructOf(reference: ArgumentValue | undefined, type: string): Code | undefined {
    if (!(reference instanceof Reference) || reference.attribute !== "id") return undefined;
    const place = this.placeOf(reference.address);
    return place?.recipe?.type === type && place.importedResource.address.type === type ? place.code : undefined;
  }

  private dependant(type: string, argument: string, of: ImportedResource) {
    for (const resource of this.input.importedResources) {
      const { address } = resource;
      if (address.type !== type || this.input.refused.has(address) || this.places.has(address)) continue;
      // What another construct makes has no place for settings of its own.
      if (missingSettings(resource.lifecycle, DEFAULT_LIFECYCLE) !== undefined) continue;
      const written = this.input.arguments.of(resource)?.values;
      const reference = written?.[argument];
      if (written !== undefined && reference instanceof Reference && reference.address === of.address)
        return { importedResource: resource, written };
    }
    return undefined;
  }
}

/** Constructs first, in the order of their recipes, then the rest as it is in the state. */
function inReadingOrder(importedResources: readonly ImportedResource[]): ImportedResource[] {
  const rank = ({ address }: ImportedResource) => {
    const place = RECIPES.findIndex(({ type }) => type === address.type);
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
function settingsOf({ address, lifecycle }: ImportedResource, lost: readonly string[]): LifecycleSettings {
  const { ignoreChanges } = lifecycle;
  return {
    ...lifecycle,
    preventDestroy: lifecycle.preventDestroy === true || isProtected(address.type),
    ignoreChanges:
      ignoreChanges === "all"
        ? ignoreChanges
        : [...new Set([...ignoreChanges, ...lost.map((name) => AttributePath.of(name))])],
  };
}
