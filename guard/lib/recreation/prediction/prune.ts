import { generatedWhenUnset } from "../../provider";
import {
  type Configuration,
  type Expression,
  isTemplate,
  isVolatile,
  type Json,
  nodesOf,
  referencedAddress,
  referencesOf,
  repeatsOf,
  type ResourceBlock,
  rootOf,
  sameJson,
  TemplateCache,
} from "../../terraform";

/** What these stand for is written elsewhere than in blocks of resources. */
const elsewhere = new Set(["count", "data", "each", "local", "module", "path", "resource", "self", "terraform", "var"]);
/** Share of the resources that may be edited, and how many it takes at least for the share to count. */
const largestShare = 0.1;
const fewResources = 50;

/**
 * Leaves out of both configurations the resources that the edit cannot reach: their blocks are the same on both sides,
 * refer to nothing but other resources, and so on for those. What remains holds everything it refers to, so that it
 * evaluates to the same values as in the whole.
 */
export function prune(
  before: Configuration,
  after: Configuration,
  templates = new TemplateCache(),
): [Configuration, Configuration] {
  const comparable = sameJson(Object.fromEntries(before.providers), Object.fromEntries(after.providers));
  if (!comparable || hasAddressChanges(before) || hasAddressChanges(after)) return [before, after];
  const kept = new Reach(before, after, new Templates(templates)).kept();
  return kept === undefined ? [before, after] : [restricted(before, kept), restricted(after, kept)];
}

function hasAddressChanges({ moved, removed, imports, modules }: Configuration): boolean {
  // What a module has inside may refer to anything that it is given.
  return moved.length + removed.length + imports.size + modules.size > 0;
}

function restricted(configuration: Configuration, kept: ReadonlySet<string>): Configuration {
  const resources = [...configuration.resources].filter(([address]) => kept.has(address));
  return { ...configuration, resources: new Map(resources) };
}

/** What one template refers to, and whether it needs more than other resources to be evaluated. */
interface TemplateFacts {
  readonly addresses: readonly string[];
  readonly selfContained: boolean;
}

function factsOf(expression: Expression): TemplateFacts {
  const addresses: string[] = [];
  let selfContained = true;
  for (const reference of referencesOf(expression)) {
    const address = elsewhere.has(rootOf(reference)) ? undefined : referencedAddress(reference);
    if (address === undefined) selfContained = false;
    else addresses.push(address);
  }
  for (const node of nodesOf(expression)) {
    // Loops can be too long to evaluate, which the evaluation has to say; what is not understood may refer to anything.
    if (node.kind === "for" || node.kind === "opaque") selfContained = false;
    if (node.kind === "call" && isVolatile(node.name)) selfContained = false;
  }
  return { addresses, selfContained };
}

/** Facts of templates, each found once. */
class Templates {
  private readonly known = new Map<string, TemplateFacts>();

  constructor(private readonly cache: TemplateCache) {}

  factsOf(template: string): TemplateFacts {
    let facts = this.known.get(template);
    if (facts === undefined) this.known.set(template, (facts = factsOf(this.cache.parse(template))));
    return facts;
  }
}

/** The addresses in a piece of configuration, and whether it needs more than resources to be evaluated. */
class Names {
  readonly addresses = new Set<string>();
  selfContained = true;

  constructor(private readonly templates: Templates) {}

  private template(text: string): void {
    const { addresses, selfContained } = this.templates.factsOf(text);
    for (const address of addresses) this.addresses.add(address);
    if (!selfContained) this.selfContained = false;
  }

  json(json: Json): void {
    if (typeof json === "string") {
      if (isTemplate(json)) this.template(json);
    } else if (json !== null && typeof json === "object") {
      for (const key of Object.keys(json)) {
        if (isTemplate(key)) this.template(key);
        this.json((json as Record<string, Json>)[key] ?? null);
      }
    }
  }

  block({ address, body, dependsOn, lifecycle }: ResourceBlock): void {
    this.json(body);
    for (const name of [...dependsOn, ...lifecycle.replaceTriggeredBy]) this.template(`\${${name}}`);
    if (repeatsOf(address, body) !== "no" || Object.hasOwn(body, "dynamic")) this.selfContained = false;
  }
}

class Reach {
  private readonly names = new Map<ResourceBlock, Names>();
  private readonly outside: Names;
  private readonly edited = new Map<string, boolean>();
  private readonly affected = new Map<string, boolean>();

  constructor(
    private readonly before: Configuration,
    private readonly after: Configuration,
    private readonly templates: Templates,
  ) {
    this.outside = new Names(templates);
  }

  /** Addresses of the resources to compare; undefined when that cannot be told, or is not worth telling. */
  kept(): ReadonlySet<string> | undefined {
    if (!this.isWorthwhile()) return undefined;
    this.readOutside();
    const roots = new Set(this.outside.addresses);
    for (const side of [this.before, this.after]) {
      for (const [address, block] of side.resources) if (this.isAffected(address, block)) roots.add(address);
    }
    const kept = new Set<string>();
    const pending = [...roots];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (kept.has(next)) continue;
      kept.add(next);
      for (const side of [this.before, this.after]) {
        const block = side.resources.get(next);
        if (block) pending.push(...this.namesIn(block).addresses);
      }
    }
    return kept;
  }

  /** Each edit reaches others, so that many of them leave too little out to pay for the search. */
  private isWorthwhile(): boolean {
    const { size } = this.after.resources;
    const most = Math.max(size * largestShare, fewResources);
    let edited = 0;
    for (const address of this.after.resources.keys()) {
      if (this.isEdited(address) && ++edited > most) return false;
    }
    return true;
  }

  /** What locals, data sources and modules name may be asked for by anything. */
  private readOutside(): void {
    for (const side of [this.before, this.after]) {
      for (const json of [...side.locals.values(), ...side.modules.values()]) this.outside.json(json);
      for (const block of side.data.values()) this.outside.block(block);
    }
  }

  private isAffected(address: string, block: ResourceBlock): boolean {
    const known = this.affected.get(address);
    if (known !== undefined) return known;
    // Until it is known otherwise, so that a cycle is kept for the evaluation to refuse.
    this.affected.set(address, true);
    const found = this.isEdited(address) || this.refersToAffected(block);
    this.affected.set(address, found);
    return found;
  }

  private isEdited(address: string): boolean {
    const known = this.edited.get(address);
    if (known !== undefined) return known;
    const found = this.differs(address);
    this.edited.set(address, found);
    return found;
  }

  private differs(address: string): boolean {
    const [before, after] = [this.before.resources.get(address), this.after.resources.get(address)];
    if (before === undefined || after === undefined || !sameJson(before.body, after.body)) return true;
    return generatedWhenUnset(after.address.type).some((name) => (after.body[name] ?? "") === "");
  }

  private refersToAffected(block: ResourceBlock): boolean {
    const names = this.namesIn(block);
    if (!names.selfContained) return true;
    for (const address of names.addresses) {
      const other = this.after.resources.get(address) ?? this.before.resources.get(address);
      if (other !== undefined && this.isAffected(address, other)) return true;
    }
    return false;
  }

  private namesIn(block: ResourceBlock): Names {
    const known = this.names.get(block);
    if (known) return known;
    const names = new Names(this.templates);
    names.block(block);
    this.names.set(block, names);
    return names;
  }
}
