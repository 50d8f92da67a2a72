import { type Plan, PlanError, type PlanRequest, type Provider } from "../../probe/provider";
import type { Field, ResourceSchema } from "../../probe/schema";
import { differs, equal, type ObjectValue, Unknown, type Value } from "../../probe/value";

/** What a provider's code would say of one attribute. */
export interface FakeAttribute extends Partial<Omit<Field, "name" | "path" | "fields">> {
  readonly forceNew?: boolean | ((before: Value, after: Value, planned: ObjectValue) => boolean);
  /** What stands where the configuration says nothing. */
  readonly default?: Value;
  /** Differences that are suppressed. */
  readonly same?: (before: Value, after: Value) => boolean;
  /** Known only after apply when one of these changes in place. */
  readonly follows?: readonly string[];
  /** Throws where the provider refuses a value. */
  readonly check?: (value: Value, config: ObjectValue) => void;
}

const known = { block: false, maxItems: 0, required: false, configurable: true, computed: false };

export function fieldOf(name: string, own: FakeAttribute = {}, fields: readonly Field[] = [], prefix = ""): Field {
  const { type = "string", nesting } = own;
  return {
    ...known,
    sensitive: false,
    writeOnly: false,
    ...own,
    ...(nesting === undefined ? { type } : { nesting, block: own.block ?? true }),
    name,
    path: `${prefix}${name}`,
    fields,
  };
}

/** A resource type that plans as the plugin SDK does, in process. */
export class FakeProvider implements Provider {
  readonly schema: ResourceSchema;

  constructor(
    type: string,
    private readonly attributes: Readonly<Record<string, FakeAttribute>>,
    private readonly legacy = true,
  ) {
    this.schema = { type, fields: Object.entries(attributes).map(([name, own]) => fieldOf(name, own)) };
  }

  schemas(): Promise<ReadonlyMap<string, ResourceSchema>> {
    return Promise.resolve(new Map([[this.schema.type, this.schema]]));
  }

  validate(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  async plan(request: PlanRequest): Promise<Plan> {
    await Promise.resolve();
    return this.planned(request);
  }

  private planned({ prior, config }: PlanRequest): Plan {
    const planned: ObjectValue = {};
    for (const [name, own] of Object.entries(this.attributes)) {
      own.check?.(config[name] ?? null, config);
      planned[name] = this.plannedValue(name, own, prior, config);
    }
    if (prior === null) return { planned, replaces: [], legacy: this.legacy };
    const changed = Object.keys(planned).filter((name) => differs(prior[name]!, planned[name]!, this.legacy));
    const replaces = changed.filter((name) => {
      const { forceNew = false } = this.attributes[name]!;
      return typeof forceNew === "function" ? forceNew(prior[name]!, planned[name]!, planned) : forceNew;
    });
    for (const [name, { follows = [] }] of Object.entries(this.attributes))
      if (replaces.length === 0 && follows.some((cause) => changed.includes(cause))) planned[name] = Unknown.value;
    return { planned, replaces, legacy: this.legacy };
  }

  private plannedValue(name: string, own: FakeAttribute, prior: ObjectValue | null, config: ObjectValue): Value {
    const before = prior?.[name] ?? null;
    const none = own.nesting === undefined ? null : [];
    const configured = equal(config[name] ?? null, none) ? null : config[name];
    const after = configured ?? own.default ?? (own.computed ? (prior === null ? Unknown.value : before) : none);
    return own.same?.(before, after) === true ? before : after;
  }
}

export function refuse(why: string): never {
  throw new PlanError(why);
}
