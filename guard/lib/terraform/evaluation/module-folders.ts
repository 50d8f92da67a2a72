import { type Configuration, ModuleReferences, readConfiguration, type Surroundings } from "../configuration";
import type { TemplateCache } from "../language";

/** What the modules of one configuration are read from: the folders of local modules, each read once, whoever calls it. */
export class ModuleFolders {
  private readonly read = new Map<string, Configuration>();
  private readonly references = new Map<Configuration, ModuleReferences>();

  constructor(
    readonly surroundings: Surroundings,
    readonly templates: TemplateCache,
  ) {}

  /** The module in a folder; undefined where its Terraform JSON is not given. */
  configurationIn(folder: string): Configuration | undefined {
    const { modules = {} } = this.surroundings;
    const known = this.read.get(folder);
    const input = Object.hasOwn(modules, folder) ? modules[folder]?.configuration : undefined;
    if (known !== undefined || input === undefined) return known;
    const configuration = readConfiguration(input, `the module in ${folder}`);
    this.read.set(folder, configuration);
    return configuration;
  }

  /** A digest of all files in a folder; undefined where they are not given. */
  digestOf(folder: string): string | undefined {
    return this.surroundings.modules?.[folder]?.digest;
  }

  /** What the blocks of a module refer to. */
  referencesOf(configuration: Configuration): ModuleReferences {
    const known = this.references.get(configuration) ?? new ModuleReferences(configuration, this.templates);
    this.references.set(configuration, known);
    return known;
  }
}
