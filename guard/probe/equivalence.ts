import type { EquivalenceName } from "../lib/provider";
import type { Baseline } from "./baselines";
import { valueAt, withValueAt } from "./places";
import { type Plan, PlanError } from "./provider";
import type { Resource } from "./resource";
import type { Field } from "./schema";
import { differs, equal, type ObjectValue, type Value } from "./value";
import { plausible } from "./values/plausible";
import { contained, type Spelling, spellings, untold } from "./values/spellings";

/** Which differences of an attribute the provider ignores. */
interface Equivalences {
  readonly sameAs: readonly EquivalenceName[];
  /** The order of a list's elements is one of them. */
  readonly unordered: boolean;
  /** There are others, which no equivalence of the comparison covers. */
  readonly untold: boolean;
}

/** How a text becomes a value of an attribute. */
type Wrap = (text: string) => Value;

/** Asks for each known way to spell a value twice whether the provider takes the spellings of an attribute for one. */
export async function equivalencesOf(
  resource: Resource,
  field: Field,
  baselines: readonly Baseline[],
): Promise<Equivalences> {
  const wrap = wrapperFor(field);
  if (wrap === undefined) return { sameAs: [], unordered: false, untold: false };
  const questions = new Questions(resource, field, baselines);
  const areOne = (pairs: readonly Spelling[]) => questions.answer((question) => question.areOne(pairs, wrap));
  const sameAs: EquivalenceName[] = [];
  for (const [name, pairs] of Object.entries(spellings) as [EquivalenceName, readonly Spelling[]][])
    if (await areOne(pairs)) sameAs.push(name);
  if (await questions.answer((question) => question.ignoresPresence())) sameAs.push("presence");
  const narrower = sameAs.map((name) => contained[name]);
  return {
    sameAs: sameAs.filter((name) => !narrower.includes(name)),
    unordered: await questions.answer((question) => question.ignoresOrder()),
    untold: await anyOf(untold, (pair) => questions.answer((question) => question.leadsTo(pair, wrap))),
  };
}

function wrapperFor({ type, nesting }: Field): Wrap | undefined {
  if (nesting !== undefined) return undefined;
  if (type === "string") return (text) => text;
  if (!Array.isArray(type) || type[1] !== "string") return undefined;
  return type[0] === "map" ? (text) => ({ a: text }) : (text) => [text];
}

/** An attribute within each of its baselines, of which the first that has a plan answers. */
class Questions {
  private readonly opened: Promise<Question | undefined>[] = [];
  private readonly baselines: readonly Baseline[];

  constructor(
    private readonly resource: Resource,
    private readonly field: Field,
    baselines: readonly Baseline[],
  ) {
    // The fewer siblings, the fewer plans that fail for another reason.
    this.baselines = [...baselines].reverse();
  }

  async answer(ask: (question: Question) => Promise<boolean | undefined>): Promise<boolean> {
    for (const [index, { config }] of this.baselines.entries()) {
      const question = await (this.opened[index] ??= this.open(config));
      const answer = question && (await ask(question));
      if (answer !== undefined) return answer;
    }
    return false;
  }

  private async open(config: ObjectValue): Promise<Question | undefined> {
    const state = await this.resource.existing(config).catch(ignoreRefusal);
    return state && new Question(this.resource, this.field, config, state);
  }
}

async function anyOf<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (await holds(item)) return true;
  return false;
}

/** One attribute of one existing resource, of which two values at a time are compared. */
class Question {
  constructor(
    private readonly resource: Resource,
    private readonly field: Field,
    private readonly config: ObjectValue,
    private readonly state: ObjectValue,
  ) {}

  /** Whether the spellings of each pair are one value, while what is another value is not; undefined without a plan. */
  async areOne(pairs: readonly Spelling[], wrap: Wrap): Promise<boolean | undefined> {
    for (const pair of pairs) {
      const [one, same, other] = [wrap(pair[0]), wrap(pair[1]), wrap(pair[2])];
      const there = await this.areSame(one, same, other);
      if (there === false) return false;
      const back = await this.areSameOnceWritten(same, one, other);
      if (back === false) return false;
      if (there === undefined && back === undefined) return undefined;
    }
    return true;
  }

  /** Whether a change from the one spelling to the other shows in no plan, whatever the way back does. */
  async leadsTo([one, same, other]: Spelling, wrap: Wrap): Promise<boolean | undefined> {
    return this.areSame(wrap(one), wrap(same), wrap(other));
  }

  async ignoresOrder(): Promise<boolean | undefined> {
    const { type } = this.field;
    const isList = Array.isArray(type) && type[0] === "list";
    return isList && this.areSame(["alpha", "beta"], ["beta", "alpha"], ["beta", "gamma"]);
  }

  /** Whether a value that the state lacks, because the provider chose it, may be written out. */
  async ignoresPresence(): Promise<boolean | undefined> {
    if (this.field.type !== "string") return false;
    const [one = null, other = null] = plausible(this.field);
    const appears = await this.shows(this.with(this.state, null), one);
    if (appears !== false) return appears === undefined ? undefined : false;
    if (!this.field.computed && (await this.shows(this.with(this.state, one), null)) !== false) return false;
    // A region that nothing else in the configuration has may be refused, and is not ignored then.
    return (await this.shows(this.with(this.state, one), other)) !== false;
  }

  private async areSame(one: Value, same: Value, other: Value): Promise<boolean | undefined> {
    const literal = this.with(this.state, one);
    const plan = await this.plan(literal, same);
    if (plan === undefined) return undefined;
    if (!this.isIn(plan, literal)) {
      if (this.isWritten(plan.planned, same)) return false;
      return this.areSameOnceWritten(one, same, other);
    }
    return (await this.shows(literal, other)) === true;
  }

  /** A provider that rewrites a value has its own spelling of it in the state. */
  private async areSameOnceWritten(one: Value, same: Value, other: Value): Promise<boolean | undefined> {
    const written = await this.plan(this.state, one);
    if (written === undefined) return undefined;
    const state = this.resource.applied(written);
    const differ = await this.shows(state, same);
    return differ === undefined ? undefined : !differ && (await this.shows(state, other)) === true;
  }

  private isIn({ planned, legacy }: Plan, state: ObjectValue): boolean {
    const { path } = this.field;
    return !differs(valueAt(state, path) ?? null, valueAt(planned, path) ?? null, legacy);
  }

  private isWritten(planned: ObjectValue, value: Value): boolean {
    return equal(valueAt(planned, this.field.path) ?? null, value);
  }

  /** Whether a plan shows a difference; undefined where there is no plan. */
  private async shows(state: ObjectValue, value: Value): Promise<boolean | undefined> {
    const plan = await this.plan(state, value);
    return plan && !this.isIn(plan, state);
  }

  private plan(state: ObjectValue, value: Value): Promise<Plan | undefined> {
    return this.resource.plan(state, this.with(this.config, value)).catch(ignoreRefusal);
  }

  private with(object: ObjectValue, value: Value): ObjectValue {
    return withValueAt(this.resource.schema, object, this.field.path, value);
  }
}

function ignoreRefusal(error: unknown): undefined {
  if (!(error instanceof PlanError)) throw error;
}
