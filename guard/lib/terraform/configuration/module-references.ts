import { addressesOf, TemplateCache, templatesIn, traversalsIn } from "../language";
import { asList, type Json, type JsonObject, property } from "../values";
import type { Configuration, ResourceBlock } from "./configuration";

/** What a block of a module refers to, by the names that expressions have for it: `scaleway_vpc.main`, `local.name`, `module.it`. */
interface BlockReferences {
  /** What its arguments are made of, those of its provisioners and preconditions included. */
  readonly arguments: readonly string[];
  /** What it only waits for, by `depends_on`. */
  readonly dependsOn: readonly string[];
  /** What replaces it, by `replace_triggered_by`. */
  readonly triggers: readonly string[];
}

/** What the blocks, calls and locals of one module refer to. All that follows references reads them here. */
export class ModuleReferences {
  private readonly blocks = new Map<string, BlockReferences>();

  constructor(
    private readonly configuration: Configuration,
    private readonly templates = new TemplateCache(),
  ) {}

  /** What a resource, a data source, a call or a local has in it, once each; nothing where the module has no such thing. */
  of(name: string): string[] {
    const { arguments: given, dependsOn, triggers } = this.referencesOf(name);
    return [...new Set([...given, ...dependsOn, ...triggers])];
  }

  /** What a block has in it, by where it has it. */
  ofBlock({ address }: ResourceBlock): BlockReferences {
    return this.referencesOf(address.inside);
  }

  /** What a value of the module has in it: an argument of a call, or the settings of a provider. */
  in(json: Json): string[] {
    return [...templatesIn(json)].flatMap((template) => addressesOf(this.templates.parse(template)));
  }

  private referencesOf(name: string): BlockReferences {
    const known = this.blocks.get(name);
    if (known !== undefined) return known;
    const found = this.read(name);
    this.blocks.set(name, found);
    return found;
  }

  private read(name: string): BlockReferences {
    const { resources, data, ephemeral, locals, modules } = this.configuration;
    const block = resources.get(name) ?? data.get(name) ?? ephemeral.get(name);
    if (block !== undefined) {
      const { body, dependsOn, lifecycle } = block;
      const triggers = lifecycle.replaceTriggeredBy.flatMap(traversalsIn);
      return { arguments: this.in(body), dependsOn: dependsOn.flatMap(traversalsIn), triggers };
    }
    const [root, rest = ""] = name.split(".");
    const call = root === "module" ? modules.get(rest) : undefined;
    if (call !== undefined) return { arguments: this.in(call), dependsOn: dependsOnOf(call), triggers: [] };
    const local = root === "local" ? locals.get(rest) : undefined;
    return { arguments: local === undefined ? [] : this.in(local), dependsOn: [], triggers: [] };
  }
}

/** The names in `depends_on` of a call. */
function dependsOnOf(call: JsonObject): string[] {
  return asList(property(call, "depends_on")).flatMap((name) => (typeof name === "string" ? traversalsIn(name) : []));
}
