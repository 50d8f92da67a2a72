import { proposedState } from "./proposed";
import type { Plan, Provider } from "./provider";
import { readBack } from "./read-back";
import type { ResourceSchema } from "./schema";
import { canonical, equal, type ObjectValue } from "./value";
import { fill } from "./values/fill";

/** So many plans of an unchanged configuration settle every resource that settles at all. */
const MAX_ROUNDS = 4;

/** One resource type of a provider, to be asked what it does with an edit. */
export class Resource {
  private readonly known = new Map<string, Promise<ObjectValue>>();

  constructor(
    private readonly provider: Provider,
    readonly schema: ResourceSchema,
  ) {}

  /** @throws PlanError where the provider gives no plan */
  plan(prior: ObjectValue | null, config: ObjectValue): Promise<Plan> {
    const { type, fields } = this.schema;
    return this.provider.plan({ type, prior, config, proposed: proposedState(fields, prior, config) });
  }

  /** What exists after an apply of the plan, with plausible values where only the provider knows them. */
  applied(plan: Plan): ObjectValue {
    return fill(this.schema, plan.planned);
  }

  /**
   * What exists once a configuration is applied and read back, and a plan of it changes nothing more.
   *
   * @throws PlanError where the provider gives no plan
   */
  existing(config: ObjectValue): Promise<ObjectValue> {
    const key = canonical(config);
    const found = this.known.get(key) ?? this.settle(config);
    this.known.set(key, found);
    return found;
  }

  private async settle(config: ObjectValue): Promise<ObjectValue> {
    const created = await this.unchanged(this.applied(await this.plan(null, config)), config);
    const read = readBack(this.schema.fields, created, config);
    return equal(read, created) ? created : this.unchanged(read, config);
  }

  private async unchanged(from: ObjectValue, config: ObjectValue): Promise<ObjectValue> {
    let state = from;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const next = this.applied(await this.plan(state, config));
      if (equal(next, state)) break;
      state = next;
    }
    return state;
  }
}
