import type { Address, AttributePath, Cause, Doubt, Protection, StackAddress, Target, Value } from "../../terraform";
import type { Loosened } from "./loosened";

/** Whether something happens for certain, or may. */
export type Certainty = "will" | "may";

/** What is in doubt may happen; everything else will. Nothing else decides about certainty. */
export function certaintyOf(because: Doubt | undefined): Certainty {
  return because === undefined ? "will" : "may";
}

/** An instance that has the key of another one, since keys are numbers and one before it went or came. */
export interface Shift {
  /** The instance that was what this one is to be. */
  readonly from: Address;
  /** How to keep all of them under keys that stay, by their names; on the first instance of a resource alone. */
  readonly moves?: readonly { readonly from: Address; readonly to: Address }[];
}

/** What an apply does with an object that the configuration wants. */
export type Action = "create" | "replace" | "update" | "none";

/** One reason for which an object is replaced. */
export interface ReplacementCause {
  /**
   * `attribute`: a value changes that cannot change in place; `generated`: a value is left out that the provider makes up
   * anew at each plan; `tainted`: the state marks the object; `triggered`: `replace_triggered_by` fires; `requested`: the
   * plan was told to; `unexplained`: a plan replaces the object and does not say why.
   */
  readonly kind: "attribute" | "generated" | "requested" | "tainted" | "triggered" | "unexplained";
  /** For the kinds that have one. */
  readonly path?: AttributePath;
  readonly before?: Value;
  readonly after?: Value;
  /** Whether the values are secrets. */
  readonly sensitive?: boolean;
  /** Whether the state alone has a value: what is deployed never named one. */
  readonly unwritten?: boolean;
  /** The object this follows from. */
  readonly cause?: Cause;
  /** Why it only may. */
  readonly because?: Doubt;
}

/** An object that the configuration wants, after the apply. */
export interface ObjectPrediction {
  readonly address: Address;
  /** Construct path, before or after. */
  readonly path: string | undefined;
  readonly action: Action;
  /** Why it is replaced; empty unless it is, or may be. */
  readonly replacements: readonly ReplacementCause[];
  /** Replacements that only a new ignore_changes prevents. */
  readonly hidden: readonly ReplacementCause[];
  /** Changes in place for which the provider makes another object all the same. */
  readonly providerRecreations: readonly ReplacementCause[];
  /** Set where what is wanted of it is what another instance of its resource was. */
  readonly shift?: Shift;
  /** Safeguards that are switched off in place. */
  readonly loosened: readonly Loosened[];
  readonly preventDestroy: { readonly before: boolean; readonly after: Protection };
  /** Whether a replacement leaves the old object running outside Terraform. */
  readonly forgetsOld: boolean;
  /** Whether its replacement is made before it goes. */
  readonly createBeforeDestroy: boolean;
}

/** Whether `prevent_destroy` makes Terraform refuse a plan that replaces the object; what is only forgotten it lets go. */
export function isRefused({ preventDestroy: { after }, forgetsOld }: ObjectPrediction): boolean {
  return after.on && after.because === undefined && !forgetsOld;
}

/** An object that exists and that the configuration no longer wants. */
export interface Deletion {
  readonly address: Address;
  readonly path: string | undefined;
  /** `forget` when a `removed` block, or `destroy = false` in OpenTofu, keeps the object. */
  readonly action: "destroy" | "forget";
  /**
   * `block` when the whole block is gone, `instance` when only this key is, `disabled` when OpenTofu's `enabled` is false, `module` when
   * its module is, `module-disabled` when that module is still called and its `enabled` is false.
   */
  readonly gone: "block" | "disabled" | "instance" | "module" | "module-disabled";
  readonly preventDestroy: boolean;
  /** Where the object was before `moved` blocks. */
  readonly previousAddress: Address;
  /** A new object that looks like this one under another name. */
  readonly renamedTo?: Address;
  /** A new pool that differs by its name alone, which a construct makes of its id. */
  readonly otherName?: { readonly address: Address; readonly name: string };
  /** The instance that is to be what this one was. */
  readonly shiftedTo?: Address;
  /** Construct path of that object. */
  readonly renamedToPath?: string;
  readonly because?: Doubt;
}

/** Something about which the files say nothing. */
export interface Unchecked {
  /** An object, a module, or the plan as a whole. */
  readonly subject: Target | "plan";
  readonly because: Doubt;
  /** Whether all that is inside is lost. */
  readonly gone: boolean;
}

/** What happens to the state of a stack as a whole. */
interface StackPrediction {
  readonly stack: string;
  /** Where the state is, when that changes. */
  readonly backend?: { readonly before: string | null; readonly after: string | null };
  /** Other stacks that are gone and had the same resources. */
  readonly goneLike: readonly { readonly stack: string; readonly sameState: boolean }[];
  /** Whether the base revision has a lock of the stack that is there no longer. */
  readonly lockMissing: boolean;
}

/** A stack that is there no longer. */
interface RemovedStack {
  readonly stack: string;
  /** The type of each of its resources. */
  readonly types: readonly string[];
}

/** What an apply would do, and why: all that rules know. Plain data, of Scaleway's resources only. */
export interface Prediction {
  readonly objects: readonly ObjectPrediction[];
  readonly deletions: readonly Deletion[];
  /** Where there is an object that an earlier apply failed to destroy. */
  readonly deposed: readonly Address[];
  readonly unchecked: readonly Unchecked[];
  /** What other stacks of the app create, as causes name it. */
  readonly createdElsewhere?: readonly StackAddress[];
  readonly stack?: StackPrediction;
  readonly removedStacks?: readonly RemovedStack[];
}

/** Nothing happens. */
export const nothingHappens: Prediction = { objects: [], deletions: [], deposed: [], unchecked: [] };
