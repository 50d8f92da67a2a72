import { type Existing, priorValue } from "../baseline/existing";
import { rootOf } from "../baseline/ignored";
import { compare } from "../diff/compare";
import type { Difference } from "../diff/difference";
import { behaviourOf, isRecomputed, isScalewayResource } from "../provider/behaviour";
import type { ResourceBlock } from "../terraform/configuration";
import { mark, ObjectReference, OpaqueValue, Unknown, unmark, type Value, type ValueMap } from "../values/value";
import { canonical } from "../values/walk";
import type { Action, Certainty, Reason } from "./decision";

/** What an apply does with one instance of the new configuration. */
export class InstancePlan {
  readonly action: Action;
  /** Whether the action is sure; `none` always is. */
  readonly certainty: Certainty;
  /** The instance as references to it see it. */
  readonly object: ObjectReference;
  private readonly changed: ReadonlySet<string>;

  constructor(
    readonly address: string,
    readonly block: ResourceBlock,
    readonly existing: Existing | undefined,
    /** What the configuration sets. */
    private readonly wanted: ValueMap,
    /** Values after a change in place, of the attributes that were compared. */
    private readonly planned: ValueMap,
    readonly differences: readonly Difference[],
    readonly reasons: readonly Reason[],
    /** Replacements that this edit hides by adding ignore_changes. */
    readonly hidden: readonly Reason[],
    /** Imported by this apply: it exists, and only its id is known here. */
    readonly imported: boolean,
  ) {
    [this.action, this.certainty] = this.outcome();
    this.changed = new Set(differences.map((difference) => rootOf(difference.path)));
    this.object = new ObjectReference(this.whole(), (name) => this.attribute(name));
  }

  private outcome(): [Action, Certainty] {
    if (this.existing === undefined) return [this.imported ? "none" : "create", "will"];
    if (this.reasons.some((reason) => reason.certainty === "will")) return ["replace", "will"];
    if (this.reasons.length > 0) return ["replace", "may"];
    if (this.differences.length === 0) return ["none", "will"];
    const sure = this.differences.some(({ answer }) => answer.is !== "cannot tell" && answer.overridable !== true);
    return ["update", sure ? "will" : "may"];
  }

  /** Whether findings are about this instance. */
  get guarded(): boolean {
    return isScalewayResource(this.block.type);
  }

  /** Construct path, before or after. */
  get path(): string | undefined {
    return this.block.path ?? this.existing?.deployed?.path;
  }

  private get isNew(): boolean {
    return this.action === "create" || (this.action === "replace" && this.certainty === "will");
  }

  private whole(): OpaqueValue | Unknown {
    if (this.isNew) return new Unknown(this.address);
    const origin = this.existing?.origin ?? this.address;
    if (this.differences.length === 0) return new OpaqueValue(origin);
    return new OpaqueValue(
      `${origin} after ${this.differences.map(({ path, after }) => `${path}=${canonical(after)}`).join()}`,
    );
  }

  /** The value of a top-level attribute after apply. */
  attribute(name: string): Value {
    const attribute = behaviourOf(this.block.type).attribute(name);
    const value = this.valueOf(name);
    return attribute.sensitive === true ? mark(value, { sensitive: true }) : value;
  }

  private valueOf(name: string): Value {
    const attribute = behaviourOf(this.block.type).attribute(name);
    const set = this.wanted.get(name) ?? null;
    const chosen = attribute.computed === true || attribute.notInTable === true;
    if (this.isNew) return this.valueWhenNew(set, attribute.default, chosen);
    if (this.existing === undefined) return set ?? this.importedValue(name);
    const planned = this.planned.get(name) ?? priorValue(this.existing, attribute);
    if (!chosen || unmark(set)[0] !== null) return planned;
    if (isRecomputed(attribute, this.changed)) return new Unknown(this.address);
    return this.mayChange() ? mark(planned, { maybeUnknown: this.address }) : planned;
  }

  private valueWhenNew(set: Value, byDefault: Value | undefined, chosen: boolean): Value {
    if (unmark(set)[0] !== null && !(set === "" && chosen)) return set;
    return byDefault ?? (chosen ? new Unknown(this.address) : null);
  }

  private importedValue(name: string): Value {
    const identity = { type: this.block.type, address: this.address };
    return new OpaqueValue(`${this.address}.${name}`, name === "id" ? { identity } : {});
  }

  /** A replacement that may happen, or a change of a resource about which nothing is known. */
  private mayChange(): boolean {
    if (this.action === "replace") return true;
    return this.action === "update" && behaviourOf(this.block.type).attributes.size === 0;
  }

  /** How sure it is that an attribute differs after apply, as `replace_triggered_by` sees it. */
  changeOf(name: string): Certainty | undefined {
    if (this.existing === undefined || this.action === "none") return undefined;
    const attribute = behaviourOf(this.block.type).attribute(name);
    const answer = compare(priorValue(this.existing, attribute), this.attribute(name), attribute);
    if (answer.is === "same") return undefined;
    return answer.is === "cannot tell" || answer.overridable === true ? "may" : "will";
  }
}
