import { stateful } from "kapsule-guard/provider";
import { USUAL_LIFECYCLE } from "kapsule-guard/terraform";

import { FORK } from "../core";
import type { Adoptee } from "./adoptee";
import type { Arguments } from "./arguments";
import { awaitedBy, referencesIn } from "./awaited";
import { bindingOf, camelCase } from "./bindings";
import { call, type Code, list, literal, make, name, object, propertyOf, type Statement, THIS } from "./code";
import { inputFor } from "./inputs";
import { lifecycleOverrides, lifecycleProperty, type LifecycleSettings, missingSettings } from "./lifecycles";
import type { Locality } from "./locality";
import { kindOf, Names } from "./names";
import { RECIPES } from "./recipes";
import { unsayable } from "./recipes/properties";
import type { Recipe } from "./recipes/recipe";
import { holdsSecretOf } from "./secrets";
import { isLostByImport } from "./unread";
import { Input, isWrittenObject, Reference, type Written, type WrittenObject } from "./written";

/** A statement, and the resource that it is for. */
interface ProgramStatement extends Statement {
  readonly adoptee?: Adoptee;
}

/** Where an adopted resource is in the program. */
interface Place {
  readonly adoptee: Adoptee;
  /** The construct, or the L1. */
  readonly code: Code;
  /** The recipe that made it; undefined for L1. */
  readonly recipe: Recipe | undefined;
}

interface ProgramInput {
  readonly adoptees: readonly Adoptee[];
  readonly arguments: Arguments;
  readonly usual: Locality;
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
  public readonly places = new Map<string, Place>();
  /** Resources that neither a construct nor the bindings can stand for. */
  public readonly unknown: Adoptee[] = [];
  /** Why resources are L1 though there is a construct for their type, by address. */
  public readonly declined = new Map<string, string>();
  /** Arguments that an import ignores, by address. */
  public readonly ignored = new Map<string, readonly string[]>();
  /** What resources wait for in the old configuration and not in the program, by address. */
  public readonly notAwaited = new Map<string, { readonly names: readonly string[]; readonly because: string }>();
  /** Ids to import by that have a secret in them, as variables, by address. */
  public readonly importIds = new Map<string, Code>();
  private readonly names: Names;
  /** Constants of variables by their keys. */
  private readonly inputs = new Map<string, string>();
  private readonly started = new Set<string>();
  private readonly byAddress: ReadonlyMap<string, Adoptee>;

  constructor(private readonly input: ProgramInput) {
    this.names = new Names(input.adoptees);
    this.byAddress = new Map(input.adoptees.map((adoptee) => [adoptee.address, adoptee]));
    this.writeProvider();
    for (const adoptee of inReadingOrder(input.adoptees)) this.write(adoptee);
    if (input.imported) this.writeImportIds();
  }

  private writeProvider(): void {
    const { region, zone, project_id: projectId } = this.input.usual;
    const provider = { module: `${FORK.bindings}/lib/provider`, name: "ScalewayProvider" };
    const settings = object({
      region: region === undefined ? undefined : this.code(region),
      zone: zone === undefined ? undefined : this.code(zone),
      projectId: projectId === undefined ? undefined : this.code(projectId),
    });
    this.statements.push({ code: make(provider, THIS, literal(this.names.claim("scaleway")), settings) });
  }

  private writeImportIds(): void {
    for (const { adoptee } of this.places.values()) {
      if (adoptee.id === undefined || !holdsSecretOf(adoptee, adoptee.id)) continue;
      // Terraform takes no sensitive value for it.
      const asked = inputFor(adoptee, { place: "import_id", type: "string", sensitive: false });
      this.importIds.set(adoptee.address, this.code(asked));
    }
  }

  private write(adoptee: Adoptee): void {
    if (this.started.has(adoptee.address) || this.places.has(adoptee.address)) return;
    this.started.add(adoptee.address);
    const written = this.input.arguments.of(adoptee);
    const recipe = this.input.asL1.has(adoptee.address) ? undefined : RECIPES.find(({ type }) => type === adoptee.type);
    if (written !== undefined && recipe !== undefined) {
      const lost = this.lostIn(adoptee, written);
      const kept = Object.fromEntries(Object.entries(written).filter(([argument]) => !lost.includes(argument)));
      if (this.writeConstruct(adoptee, kept, recipe)) {
        this.noteLost(adoptee);
        return;
      }
    }
    const binding = written === undefined ? undefined : bindingOf(adoptee.type);
    if (written === undefined || binding === undefined) {
      this.unknown.push(adoptee);
      return;
    }
    const lost = this.lostIn(adoptee, written);
    if (lost.length > 0) this.ignored.set(adoptee.address, lost);
    const properties = {
      ...this.propertiesOf(written),
      dependsOn: this.awaitedBy(adoptee),
      lifecycle: lifecycleProperty(settingsOf(adoptee, lost)),
    };
    const id = this.names.idIn("", adoptee);
    this.add(adoptee, id, make(binding, THIS, literal(id), object(properties)), undefined);
  }

  /** What the stack has of what the old configuration has a resource wait for. */
  private awaitedBy(adoptee: Adoptee): Code | undefined {
    const found = awaitedBy(adoptee, this.input.adoptees).map(({ address, adoptees }) => {
      const places = adoptees.map((other) => this.placeOf(other.address));
      return { address, places: places.filter((place) => place !== undefined) };
    });
    const lost = found.filter(({ places }) => places.length === 0).map(({ address }) => address);
    if (lost.length > 0) this.notAwaited.set(adoptee.address, { names: lost, because: "not in the stack" });
    const awaited = new Set(found.flatMap(({ places }) => places));
    return awaited.size === 0 ? undefined : list([...awaited].map(l1Of));
  }

  /** A construct waits for what it refers to. */
  private noteLost(adoptee: Adoptee): void {
    if (adoptee.dependsOn.length === 0) return;
    const referred = referencesIn(this.input.arguments.of(adoptee) ?? {});
    const lost = awaitedBy(adoptee, this.input.adoptees).filter(
      ({ adoptees }) => adoptees.length === 0 || !adoptees.every(({ address }) => referred.includes(address)),
    );
    const names = lost.map(({ address }) => address);
    if (names.length > 0) this.notAwaited.set(adoptee.address, { names, because: "its construct has no depends_on" });
  }

  /** What is written of a resource and its import does not know. */
  private lostIn({ type }: Adoptee, written: WrittenObject): string[] {
    return this.input.imported ? Object.keys(written).filter((argument) => isLostByImport(type, argument)) : [];
  }

  private writeConstruct(adoptee: Adoptee, written: WrittenObject, recipe: Recipe): boolean {
    const { parent } = recipe;
    const declined = unsayable(written, recipe.sayable);
    if (declined !== undefined) {
      this.declined.set(adoptee.address, declined.because);
      return false;
    }
    const owner = parent === undefined ? undefined : written[parent.argument];
    const scope = owner instanceof Reference ? owner.address : "";
    const id = this.names.idIn(scope, adoptee, parent?.reserved);
    const construction = recipe.write(adoptee, written, {
      id,
      idFor: (what) => this.names.claim(`${id}-${what}`),
      code: (value) => this.code(value),
      construct: (reference, type) => this.constructOf(reference, type),
      dependant: (type, argument, of) => this.dependant(type, argument, of),
    });
    if ("because" in construction) {
      this.declined.set(adoptee.address, construction.because);
      this.names.release(scope, id);
      return false;
    }
    const kind = kindOf(adoptee.type);
    const constant = scope === "" || id.includes(kind) ? id : `${id}-${kind}`;
    const made = this.add(adoptee, constant, construction.code, recipe);
    const settings = this.input.lifecycles.get(adoptee.address);
    if (settings !== undefined) this.statements.push(...lifecycleOverrides(made, settings).map((code) => ({ code })));
    for (const { adoptee: other, path } of construction.others ?? []) {
      const [outer = ""] = path;
      const code = call(propertyOf(made, "node"), "findChild", literal(outer));
      this.places.set(other.address, { adoptee: other, code, recipe });
      this.noteLost(other);
    }
    return true;
  }

  private add(adoptee: Adoptee, id: string, code: Code, recipe: Recipe | undefined): Code {
    const constant = this.names.constant(id);
    this.statements.push({ name: constant, code, adoptee });
    this.places.set(adoptee.address, { adoptee, code: name(constant), recipe });
    return name(constant);
  }

  private propertiesOf(written: WrittenObject): Record<string, Code> {
    return Object.fromEntries(
      Object.entries(written).map(([argument, value]) => [camelCase(argument), this.code(value)]),
    );
  }

  private code(value: Written): Code {
    if (value instanceof Reference) return this.referenceCode(value);
    if (value instanceof Input) return this.inputCode(value);
    if (Array.isArray(value)) return list(value.map((item) => this.code(item)));
    if (!isWrittenObject(value)) return literal(value);
    return object(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.code(part)])));
  }

  private referenceCode({ address, attribute, value }: Reference): Code {
    const place = this.placeOf(address);
    if (place === undefined) return literal(value ?? "");
    const { code, recipe, adoptee } = place;
    if (recipe === undefined) return propertyOf(code, camelCase(attribute));
    if (attribute === "id" && recipe.type === adoptee.type && recipe.idProperty !== undefined)
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
  private placeOf(address: string): Place | undefined {
    const adoptee = this.byAddress.get(address);
    if (adoptee !== undefined) this.write(adoptee);
    return this.places.get(address);
  }

  private constructOf(reference: Written | undefined, type: string): Code | undefined {
    if (!(reference instanceof Reference) || reference.attribute !== "id") return undefined;
    const place = this.placeOf(reference.address);
    return place?.recipe?.type === type && place.adoptee.type === type ? place.code : undefined;
  }

  private dependant(type: string, argument: string, of: Adoptee) {
    for (const adoptee of this.input.adoptees) {
      if (adoptee.type !== type || this.input.asL1.has(adoptee.address) || this.places.has(adoptee.address)) continue;
      // What another construct makes has no place for settings of its own.
      if (missingSettings(adoptee.lifecycle, USUAL_LIFECYCLE) !== undefined) continue;
      const written = this.input.arguments.of(adoptee);
      const reference = written?.[argument];
      if (written !== undefined && reference instanceof Reference && reference.address === of.address)
        return { adoptee, written };
    }
    return undefined;
  }
}

/** Constructs first, in the order of their recipes, then the rest as it is in the state. */
function inReadingOrder(adoptees: readonly Adoptee[]): Adoptee[] {
  const rank = ({ type }: Adoptee) => {
    const place = RECIPES.findIndex((recipe) => recipe.type === type);
    return place < 0 ? RECIPES.length : place;
  };
  return [...adoptees].sort((a, b) => rank(a) - rank(b));
}

/** The L1 at a place, which Terraform knows by its address. */
function l1Of({ code, recipe }: Place): Code {
  return recipe === undefined ? code : propertyOf(code, "resource");
}

/** Whether what is lost with it is data or an address, and not only work that stops. */
function isProtected(type: string): boolean {
  return ["data", "address", "container"].includes(stateful[type] ?? "");
}

/** The lifecycle of an L1. What protects data is protected from now on, which changes nothing in the plan. */
function settingsOf({ type, lifecycle }: Adoptee, lost: readonly string[]): LifecycleSettings {
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
