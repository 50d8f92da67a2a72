import type { Baseline } from "./baselines";
import { valueAt, withoutValueAt, withValueAt } from "./places";
import { PlanError } from "./provider";
import type { Resource } from "./resource";
import type { Field } from "./schema";
import { differs, equal, isEmpty, type ObjectValue, Unknown, type Value } from "./value";
import { candidates } from "./values/candidates";
import { hintFor } from "./values/hints";

/** One edit of one attribute, and what the provider plans for it. */
export interface Observation {
  readonly baseline: Baseline["name"];
  /** Undefined where the configuration leaves the attribute out. */
  readonly from: Value | undefined;
  readonly to: Value | undefined;
  readonly prior: ObjectValue;
  readonly config: ObjectValue;
  readonly planned: ObjectValue;
  readonly replaces: readonly string[];
  readonly legacy: boolean;
}

export interface Observations {
  readonly seen: readonly Observation[];
  /** Why an edit could not be planned, each reason once. */
  readonly refusals: readonly string[];
}

/** Asks what each edit of an attribute does: from any of its values to any other, set and unset, to an unknown one. */
export async function observe(resource: Resource, field: Field, baselines: readonly Baseline[]): Promise<Observations> {
  const observer = new Observer(resource, field);
  for (const baseline of baselines) await observer.observeWithin(baseline);
  return { seen: observer.seen, refusals: [...observer.refusals] };
}

/** Whether an attribute is planned to be another than it is. */
export function changes({ prior, planned, legacy }: Observation, path: string): boolean {
  return differs(valueAt(prior, path) ?? null, valueAt(planned, path) ?? null, legacy);
}

/** A value that the attribute may have, undefined for none, with the configuration that says so. */
interface Choice {
  readonly value: Value | undefined;
  readonly config: ObjectValue;
}

class Observer {
  readonly seen: Observation[] = [];
  readonly refusals = new Set<string>();

  constructor(
    private readonly resource: Resource,
    private readonly field: Field,
  ) {}

  /** What exists for one value is what an edit from another leaves, which spares most of the plans. */
  async observeWithin(baseline: Baseline): Promise<void> {
    const choices = this.choicesWithin(baseline);
    const states: (ObjectValue | undefined)[] = [];
    for (const [index, from] of choices.entries()) {
      const state = await this.stateFor(from, choices[0]?.value, states[index]);
      if (state === undefined) continue;
      for (const [other, to] of choices.entries()) {
        if (other === index) continue;
        const next = await this.ask(baseline, state, from.value, to);
        states[other] ??= next;
      }
      if (index === 0 && this.field.nesting === undefined)
        await this.ask(baseline, state, from.value, this.choice(baseline, Unknown.value));
      if (from.value === undefined) await this.observeFromNone(baseline, state, choices);
    }
  }

  /** A block that the provider makes when it is left out may still be none, which the API says. */
  private async observeFromNone(baseline: Baseline, state: ObjectValue, choices: readonly Choice[]): Promise<void> {
    if (this.field.nesting === undefined || isEmpty(this.valueIn(state))) return;
    const none = withoutValueAt(this.resource.schema, state, this.field.path);
    for (const to of choices) if (to.value !== undefined) await this.ask(baseline, none, undefined, to);
  }

  /** A value that is kept when the attribute is left out was asked about already; a block that is kept never was gone. */
  private async stateFor(
    { value, config }: Choice,
    first: Value | undefined,
    edited: ObjectValue | undefined,
  ): Promise<ObjectValue | undefined> {
    const kept = value === undefined && edited !== undefined && equal(this.valueIn(edited), first ?? null);
    if (kept && this.field.nesting === undefined) return undefined;
    if (edited !== undefined && !kept) return edited;
    return this.attempt(() => this.resource.existing(config));
  }

  private valueIn(state: ObjectValue): Value {
    return valueAt(state, this.field.path) ?? null;
  }

  private choicesWithin(baseline: Baseline): Choice[] {
    const { type } = this.resource.schema;
    const beside = hintFor(type, this.field.path)?.beside ?? [];
    const values = [...candidates(type, this.field), undefined];
    return values.map((value, index) => this.choice(baseline, value, beside[index]));
  }

  private choice({ config }: Baseline, value: Value | undefined, beside: ObjectValue = {}): Choice {
    const { schema } = this.resource;
    const within = Object.entries(beside).reduce(
      (object, [path, sibling]) => withValueAt(schema, object, path, sibling),
      config,
    );
    const { path } = this.field;
    const whole = value === undefined ? withoutValueAt(schema, within, path) : withValueAt(schema, within, path, value);
    return { value, config: whole };
  }

  private async ask(
    baseline: Baseline,
    prior: ObjectValue,
    from: Value | undefined,
    { value: to, config }: Choice,
  ): Promise<ObjectValue | undefined> {
    const plan = await this.attempt(() => this.resource.plan(prior, config));
    if (plan === undefined) return undefined;
    const { planned, replaces, legacy } = plan;
    this.seen.push({ baseline: baseline.name, from, to, prior, config, planned, replaces, legacy });
    return this.resource.applied(plan);
  }

  private async attempt<T>(question: () => Promise<T>): Promise<T | undefined> {
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      this.refusals.add(error.message);
      return undefined;
    }
  }
}
