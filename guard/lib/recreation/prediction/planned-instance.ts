import {
  type Attribute,
  isRecomputed,
  isScalewayResource,
  type ProviderRelease,
  type ResourceBehaviour,
  safeguardsOf,
} from "../../provider";
import {
  type Address,
  AttributePath,
  canonical,
  contentsOf,
  type Doubt,
  mark,
  ObjectReference,
  OpaqueValue,
  type Protection,
  type ResourceBlock,
  Unknown,
  unmark,
  type Value,
  type ValueMap,
} from "../../terraform";
import { type Existing, isKnownHere, priorValue, priorWhileUnset, withComputedLeaves } from "../baseline";
import { changed, compare, type Difference, doubtOf, type Outcome, uncertain } from "../diff";
import { type Loosened, loosenedBy, openedBy } from "./loosened";
import type { Action, ObjectPrediction, ReplacementCause } from "./prediction";

/** What a planned instance is made of. */
export interface PlannedInstanceInput {
  readonly address: Address;
  /** The release of the provider that plans it. */
  readonly release: ProviderRelease;
  readonly block: ResourceBlock;
  readonly protection: Protection;
  /** What the configuration sets. */
  readonly wanted: ValueMap;
  readonly existing: Existing | undefined;
  /** Values after a change in place, of the attributes that were compared. */
  readonly planned: ValueMap;
  readonly differences: readonly Difference[];
  readonly replacements: readonly ReplacementCause[];
  /** Replacements that this edit hides by adding ignore_changes. */
  readonly hidden: readonly ReplacementCause[];
  /** Changes in place for which the provider makes another object all the same. */
  readonly providerRecreations: readonly ReplacementCause[];
  /** Attributes that become secrets or are none any more, so that the plan has an update in any case. */
  readonly remarked: ReadonlySet<string>;
  /** Imported by this apply: it exists, and only its id may be known here. */
  readonly imported: { readonly id: Value } | undefined;
}

/** What an apply does with one instance of the new configuration, and the values that references to it see then. */
export class PlannedInstance {
  readonly action: Action;
  /** Why the action is not sure; undefined when it is. */
  readonly because: Doubt | undefined;
  private reference?: ObjectReference;
  private changed?: ReadonlySet<string>;

  constructor(private readonly input: PlannedInstanceInput) {
    [this.action, this.because] = actionOf(input);
  }

  /** The instance as references to it see it. */
  get object(): ObjectReference {
    return (this.reference ??= new ObjectReference(this.whole(), (name) => this.attribute(name)));
  }

  private get changedAttributes(): ReadonlySet<string> {
    return (this.changed ??= new Set(this.input.differences.map(({ path }) => path.root)));
  }

  get address(): Address {
    return this.input.address;
  }

  /** The release of the provider that plans it. */
  get release(): ProviderRelease {
    return this.input.release;
  }

  private get behaviour(): ResourceBehaviour {
    return this.input.release.behaviourOf(this.address.type);
  }

  get block(): ResourceBlock {
    return this.input.block;
  }

  /** Whether findings are about this instance. */
  get guarded(): boolean {
    return isScalewayResource(this.address.type);
  }

  /** Whether it may differ from what exists in arguments of which nobody knows here what is deployed. */
  get mayDiffer(): boolean {
    return this.imported || this.isKeptInPart;
  }

  private get isKeptInPart(): boolean {
    const { existing } = this.input;
    return existing?.prior.source === "lock";
  }

  get imported(): boolean {
    return this.input.imported !== undefined;
  }

  /** Paths of values that the state marks as secrets. */
  get secrets(): ReadonlySet<AttributePath> {
    return this.input.existing?.secrets ?? new Set();
  }

  /** What differs from what exists, by attribute. */
  get differences(): readonly Difference[] {
    return this.input.differences;
  }

  toPrediction(): ObjectPrediction {
    const { address, block, existing, replacements, hidden, providerRecreations } = this.input;
    return {
      address,
      path: block.path ?? existing?.prior.deployed?.path,
      action: this.action,
      replacements,
      hidden,
      providerRecreations,
      loosened: this.loosened(),
      preventDestroy: {
        before: existing?.prior.deployed?.preventDestroy === true,
        after: this.input.protection,
      },
      forgetsOld: block.lifecycle.skipDestroy,
      createBeforeDestroy: block.lifecycle.createBeforeDestroy,
    };
  }

  private loosened(): Loosened[] {
    const { block, existing, wanted, imported } = this.input;
    if (safeguardsOf(this.address.type).length === 0) return [];
    if (existing !== undefined) return this.loosenedFrom(existing, this.changedAttributes);
    return imported === undefined ? openedBy(this.address.type, (name) => wanted.get(name) ?? null, block.body) : [];
  }

  /** Safeguards that another object had and this one has not. @param changed What differs. @default - anything may */
  loosenedFrom(existing: Existing, changed?: ReadonlySet<string>): Loosened[] {
    const { block, planned, wanted } = this.input;
    const before = (name: string): Value => priorValue(existing, this.behaviour.attribute(name));
    const after = (name: string): Value => {
      // Of a new object, what nobody sets is off, or as the provider has it by default.
      if (existing !== this.input.existing) return wanted.get(name) ?? this.behaviour.attribute(name).default ?? null;
      return planned.get(name) ?? before(name);
    };
    return loosenedBy(this.address.type, { changed, before, after, written: block.body });
  }

  private get isNew(): boolean {
    return this.action === "create" || (this.action === "replace" && this.because === undefined);
  }

  private whole(): OpaqueValue | Unknown {
    if (this.isNew) return new Unknown(this.address);
    const { existing, differences } = this.input;
    const place = existing?.previousAddress ?? this.address;
    if (this.isKeptInPart) return new OpaqueValue(`${place} of which a lock keeps a part`, { origin: "not-in-lock" });
    const edits = differences.map(({ path, after }) => `${path}=${canonical(after)}`).join();
    const key = differences.length === 0 ? place.toString() : `${place} after ${edits}`;
    return new OpaqueValue(key, { origin: "reference-or-literal" });
  }

  /** What is wanted of a top-level attribute: what is set, or else what it is after apply. */
  wantedOf(name: string): Value {
    return this.input.wanted.get(name) ?? this.object.attribute(name);
  }

  /** What is known of the object that exists. */
  get existing(): Existing | undefined {
    return this.input.existing;
  }

  /** The value of a top-level attribute after apply. */
  attribute(name: string): Value {
    const attribute = this.behaviour.attribute(name);
    const value = this.valueOf(name);
    return attribute.sensitive === true ? mark(value, { sensitive: true }) : value;
  }

  private valueOf(name: string): Value {
    const attribute = this.behaviour.attribute(name);
    const { existing, wanted, planned } = this.input;
    const set = wanted.get(name) ?? null;
    const chosen = attribute.computed === true || attribute.notInTable === true;
    if (this.isNew) return this.valueWhenNew(set, attribute, chosen);
    if (existing === undefined) return set ?? this.importedValue(name);
    if (!isKnownHere(existing, name) && unmark(set)[0] !== null) return this.valueNotInLock(name, set);
    const value = planned.has(name) ? (planned.get(name) ?? null) : priorWhileUnset(existing, attribute);
    if (!chosen || unmark(set)[0] !== null) return this.inDoubt(value, attribute);
    if (isRecomputed(attribute, this.changedAttributes)) {
      return this.isSurelyChanged() ? new Unknown(this.address) : mark(value, { mayBecomeUnknown: this.address });
    }
    return this.mayChange() ? mark(value, { mayBecomeUnknown: this.address }) : value;
  }

  /**
   * What a lock does not keep may be another value than the wanted one: ignored, or spelt in another way. It equals nothing, least of
   * all what the provider chose while nobody set it; and what is not known before the apply is not known after it either.
   */
  private valueNotInLock(name: string, set: Value): Value {
    const { unknown } = contentsOf(set);
    return (
      unknown ?? new OpaqueValue(`${this.address}.${name} of which the lock has nothing`, { origin: "not-in-lock" })
    );
  }

  /** A block that is written out has leaves that the provider computes, which are new with a new object. */
  private inDoubt(value: Value, { children }: Attribute): Value {
    return children.size > 0 && this.action === "replace" ? mark(value, { mayBecomeUnknown: this.address }) : value;
  }

  private isSurelyChanged(): boolean {
    return this.input.differences.some(({ outcome }) => doubtOf(outcome) === undefined);
  }

  private valueWhenNew(set: Value, attribute: Attribute, chosen: boolean): Value {
    if (unmark(set)[0] !== null && !(set === "" && chosen)) {
      const unset = ({ computed, default: value }: Attribute): Value =>
        value ?? (computed === true ? new Unknown(this.address) : null);
      return withComputedLeaves(set, attribute, AttributePath.of(attribute.name), unset);
    }
    return attribute.default ?? (chosen ? new Unknown(this.address) : null);
  }

  /**
   * An imported object may be any that exists, also one that leaves another address in the same edit, so that its
   * identity is not told apart from theirs.
   */
  private importedValue(name: string): Value {
    const id = this.input.imported?.id ?? null;
    if (name === "id" && unmark(id)[0] !== null) return id;
    return new OpaqueValue(`${this.address}.${name}`, { origin: "imported-object" });
  }

  /** A replacement that may happen, or a change of a resource about which nothing is known. */
  private mayChange(): boolean {
    if (this.action === "replace") return true;
    return this.action === "update" && this.behaviour.attributes.size === 0;
  }

  /** The address that it had before moves; undefined for what does not exist yet. */
  get previousAddress(): Address | undefined {
    return this.input.existing?.previousAddress;
  }

  /** The value of a top-level attribute before the apply; undefined for what does not exist yet. */
  before(name: string): Value | undefined {
    const { existing, wanted } = this.input;
    const attribute = this.behaviour.attribute(name);
    const isUnset = unmark(wanted.get(name) ?? null)[0] === null;
    return existing && (isUnset ? priorWhileUnset(existing, attribute) : priorValue(existing, attribute));
  }

  /** Whether an attribute differs after apply, as `replace_triggered_by` sees it. */
  changeOf(name: string): Outcome {
    const { existing } = this.input;
    if (existing === undefined) return this.imported ? uncertain("imported-object") : { kind: "same" };
    if (this.input.remarked.has(name)) return changed;
    if (!isKnownHere(existing, name)) return uncertain("not-in-lock", this.address.toString());
    if (this.action === "none") return { kind: "same" };
    const attribute = this.behaviour.attribute(name);
    return compare(priorValue(existing, attribute), this.attribute(name), attribute);
  }
}

function actionOf({
  existing,
  imported,
  replacements,
  differences,
  remarked,
}: PlannedInstanceInput): [Action, Doubt | undefined] {
  if (existing === undefined) return [imported === undefined ? "create" : "none", undefined];
  const [replacement] = replacements;
  if (replacement !== undefined) {
    const sure = replacements.some(({ because }) => because === undefined);
    return ["replace", sure ? undefined : replacement.because];
  }
  if (remarked.size > 0) return ["update", undefined];
  if (differences.length === 0) return ["none", undefined];
  const doubts = differences.map(({ outcome }) => doubtOf(outcome));
  return ["update", doubts.includes(undefined) ? undefined : doubts[0]];
}
