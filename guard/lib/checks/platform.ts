import { evaluate } from "../recreation";
import {
  type Address,
  type Configuration,
  groupedBy,
  type JsonObject,
  readConfiguration,
  type ResourceBlock,
  type Surroundings,
} from "../terraform";
import { CheckedResource } from "./resource";

/** All Scaleway resources of a stack, whose arguments are evaluated once something is asked that takes it. */
export class Platform {
  private evaluated?: ReadonlyMap<Address, CheckedResource>;
  private otherConfigurations?: readonly Configuration[];
  private blocksByType?: ReadonlyMap<string, ResourceBlock[]>;

  /**
   * @param others Configurations of stacks that are deployed beside it, which may hold what this one lacks.
   * @throws RecreationInputError for what is no configuration
   */
  public static of(configuration: unknown, surroundings: Surroundings, others: readonly unknown[] = []): Platform {
    return new Platform(readConfiguration(configuration), surroundings, others);
  }

  private constructor(
    private readonly configuration: Configuration,
    private readonly surroundings: Surroundings,
    private readonly beside: readonly unknown[],
  ) {}

  /** What the stacks beside it say. */
  public get others(): readonly Configuration[] {
    return (this.otherConfigurations ??= this.beside.map((each) => readConfiguration(each)));
  }

  /** The resources of some types. */
  public of(...types: string[]): CheckedResource[] {
    return this.where(types, () => true);
  }

  /** Those whose blocks have a text in them somewhere, such as the name of an argument. */
  public mentioning(text: string, ...types: string[]): CheckedResource[] {
    return this.where(types, ({ body }) => JSON.stringify(body).includes(text));
  }

  /** The blocks of a type in the root module, as they are written. */
  public blocks(type: string): ResourceBlock[] {
    return (
      (this.blocksByType ??= groupedBy(this.configuration.resources.values(), ({ address }) => address.type)).get(
        type,
      ) ?? []
    );
  }

  /** What the providers of a name are configured with, as it is written. */
  public providersOf(name: string): JsonObject[] {
    const all = [...this.configuration.providers];
    return all.filter(([key]) => key === name || key.startsWith(`${name}.`)).map(([, body]) => body);
  }

  /** Whether all resources are in the root module. */
  public get hasNoModules(): boolean {
    return this.configuration.modules.size === 0;
  }

  /** The resource that an argument refers to by its id, where it is in the stack. */
  public referred(resource: CheckedResource, argument: string): CheckedResource | undefined {
    return this.allReferred(resource, argument)[0];
  }

  /** The same for each of a list. */
  public allReferred(resource: { references(name: string): Address[] }, argument: string): CheckedResource[] {
    return resource.references(argument).flatMap((address) => this.resources().get(address) ?? []);
  }

  /** Evaluation is most of the work, and left out where no block comes into question. What is in modules may. */
  private where(
    types: readonly string[],
    isCandidate: (block: { readonly body: JsonObject }) => boolean,
  ): CheckedResource[] {
    if (this.hasNoModules && !types.some((type) => this.blocks(type).some(isCandidate))) return [];
    return [...this.resources().values()].filter(
      (each) => types.includes(each.type) && (each.isInModule || isCandidate(each)),
    );
  }

  private resources(): ReadonlyMap<Address, CheckedResource> {
    return (this.evaluated ??= this.evaluate());
  }

  private evaluate(): Map<Address, CheckedResource> {
    const { instances, providers } = evaluate(this.configuration, { surroundings: this.surroundings });
    const found = new Map<Address, CheckedResource>();
    for (const instance of instances.values()) {
      const body = this.configuration.resources.get(instance.address.resource.toString())?.body ?? {};
      found.set(instance.address, new CheckedResource(instance, providers.get(instance.provider) ?? new Map(), body));
    }
    return found;
  }
}
