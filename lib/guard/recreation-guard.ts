import { join } from "node:path";

import { App, TerraformResource, TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import type { Approval } from "kapsule-guard/recreation";
import { Address, addressForBlock, parseManaged } from "kapsule-guard/terraform";

import { checkProps, InvalidPropertyError, removalPoliciesIn, Slot } from "../core";
import { AppCheck } from "./app-check";
import {
  type AllowOpeningOptions,
  type AllowRemovalOptions,
  type AllowReplacementOptions,
  checkGuardOptions,
  type RecreationGuardOptions,
} from "./guard-options";
import type { GuardedStack } from "./guarded-stack";
import { checkImportId } from "./import-id";
import { type Move, movesOfTree } from "./moved-tree";
import { type Import, ObservedStack } from "./observed-stack";
import { checkOnlyLibrary, checkSameCopy } from "./same-fork";
import { StagedSynthesis } from "./staged-synthesis";

/** The guards of an app's stacks, in the order in which they were attached. */
const guardsByRoot = new WeakMap<IConstruct, readonly RecreationGuard[]>();

/**
 * Stops a synth whose plan would destroy and create again what holds data or addresses. It compares each Scaleway
 * resource of a stack with the stack's lock file, which is committed.
 *
 * A synth that passes writes the lock. With `CI` set nothing is written, and a lock that is missing or behind fails.
 *
 * @example
 * ```typescript
 * RecreationGuard.of(stack).allowReplacement({
 *   resource: cluster,
 *   attribute: "cni",
 *   from: "cilium",
 *   to: "calico",
 *   reason: "staging, holds no data",
 *   cascade: "pools and API access go with it",
 * });
 * ```
 */
export class RecreationGuard implements GuardedStack {
  /**
   * The guard of the stack that a construct is in. The library's constructs have it attached; for other stacks, this
   * call attaches it. Options of later calls add to those of earlier ones.
   *
   * @throws InvalidPropertyError for an option that there is not, or a value out of its bounds
   * @throws Error for a stack of another copy of CDKTF
   */
  public static of(scope: IConstruct, options: RecreationGuardOptions = {}): RecreationGuard {
    checkGuardOptions(scope, options);
    const stack = TerraformStack.of(scope);
    checkSameCopy(stack);
    const guard = RecreationGuard.guards.in(stack);
    for (const [name, value] of Object.entries(options)) {
      if (value !== undefined) Object.assign(guard.options, { [name]: value as unknown });
    }
    return guard;
  }

  private static readonly guards = new Slot(
    "RecreationGuard",
    (stack) => new RecreationGuard(TerraformStack.of(stack)),
  );

  /** @internal */
  public readonly options: { -readonly [name in keyof RecreationGuardOptions]: RecreationGuardOptions[name] } = {};
  private readonly pending: (() => Approval)[] = [];
  private readonly moving: (() => Move[])[] = [];
  private readonly importing: (() => Import)[] = [];
  private readonly observed: ObservedStack;

  /** @param stack The stack that is guarded. */
  private constructor(public readonly stack: TerraformStack) {
    const { root } = stack.node;
    checkOnlyLibrary(root);
    this.observed = new ObservedStack(
      stack,
      {
        metadata: () => this.metadata(),
        moves: () => this.moves.map(({ from, to }) => ({ from: addressForBlock(from), to })),
        imports: () => this.importing.map((imported) => imported()),
      },
      () => {
        beginOnce(this);
      },
    );
    guardsByRoot.set(root, [...(guardsByRoot.get(root) ?? []), this]);
  }

  /** The file that the stack is compared with. */
  public get lockFile(): string {
    return this.options.lockFile ?? join(process.cwd(), "recreation-locks", `${this.stack.node.id}.json`);
  }

  /** Whether every construct of the stack that can be protected has `removalPolicy: "destroy"`. */
  public get development(): boolean {
    const policies = removalPoliciesIn(this.stack);
    return policies.length > 0 && policies.every((policy) => policy === "destroy");
  }

  /** The approvals, with the addresses that their resources have. */
  public get approvals(): Approval[] {
    return this.pending.map((approval) => approval());
  }

  /**
   * Accepts that one resource is replaced for one change of one attribute. What follows from it, such as the pools of
   * a cluster, is accepted with `cascade`, and otherwise takes approvals of its own.
   *
   * @throws InvalidPropertyError without a reason, or with a cascade that says nothing
   */
  public allowReplacement(options: AllowReplacementOptions): void {
    // Values of Terraform: null is one, and says that the argument is not set.
    const { from, to, ...others } = given(options);
    const props = checkProps(this.stack, others, {
      types: { resource: "any", attribute: "string", reason: "any", cascade: "any" },
      required: ["resource", "attribute"],
      within: "allowReplacement",
    });
    const { resource, attribute, reason, cascade } = props;
    this.checkReasons("allowReplacement", props);
    const words = { reason, ...(cascade === undefined ? {} : { cascade }) };
    this.pending.push(() => ({
      kind: "replacement",
      address: findingAddress(this.stack, resource),
      attribute,
      from,
      to,
      ...words,
    }));
  }

  /**
   * Accepts that one resource is opened: by one change of one attribute, others than before reach it.
   *
   * @throws InvalidPropertyError without a reason
   */
  public allowOpening(options: AllowOpeningOptions): void {
    const { from, to, ...others } = given(options);
    const props = checkProps(this.stack, others, {
      types: { resource: "any", attribute: "string", reason: "any" },
      required: ["resource", "attribute"],
      within: "allowOpening",
    });
    const { resource, attribute, reason } = props;
    this.checkReasons("allowOpening", props);
    this.pending.push(() => ({
      kind: "opening",
      address: findingAddress(this.stack, resource),
      attribute,
      from,
      to,
      reason,
    }));
  }

  /**
   * Accepts that one resource is destroyed, or left outside Terraform.
   *
   * @throws InvalidPropertyError without a reason, or with a cascade that says nothing
   */
  public allowRemoval(options: AllowRemovalOptions): void {
    const props = checkProps(this.stack, given(options), {
      types: { address: "string", reason: "any", cascade: "any" },
      required: ["address"],
      within: "allowRemoval",
    });
    const { address, reason, cascade } = props;
    this.checkReasons("allowRemoval", props);
    this.pending.push(() => ({ kind: "removal", address, reason, ...(cascade === undefined ? {} : { cascade }) }));
  }

  /**
   * Tells Terraform, and the guard, that a resource is the same one under a new address.
   *
   * @throws InvalidPropertyError for what is neither a construct nor the address of a resource or a module
   */
  public moved(from: IConstruct | string, to: IConstruct | string): void {
    const move = { from: movedAddress(this.stack, from), to: movedAddress(this.stack, to) };
    this.moving.push(() => [move]);
  }

  /**
   * Tells Terraform, and the guard, that a construct is the same one under a new path, with all resources in it.
   *
   * @param from Path before, such as "platform/old".
   * @param to The construct, or its path now. A wrong one is an InvalidPropertyError at synth.
   */
  public movedTree(from: string, to: IConstruct | string): void {
    this.moving.push(() => movesOfTree(this.stack, from, to));
  }

  /**
   * Tells Terraform that a resource exists already, so that the next apply imports it and does not make another one. Once that is
   * applied, the call has no effect and can be taken out. Terraform 1.5 or OpenTofu 1.6.
   *
   * @param to The resource, or a construct with one.
   * @param id The id by which the provider imports the type, such as "fr-par/11111111-1111-1111-1111-111111111111".
   * @throws InvalidPropertyError for an id that the type cannot have, or a type that the provider does not import
   */
  public imported(to: IConstruct | string, id: string): void {
    checkImportId(
      typeof to === "string" ? this.stack : to,
      Address.tryParse(findingAddress(this.stack, to))?.type ?? "",
      id,
    );
    this.importing.push(() => ({ to: findingAddress(this.stack, to), id }));
  }

  /** Addresses that are the same object under another one, once the stack is complete. @internal */
  public get moves(): Move[] {
    return this.moving.flatMap((moves) => moves());
  }

  /** What the guard saw of the last synth of the stack, without making it again. @internal */
  public takeSynthesized(): { readonly configuration: unknown; readonly hcl?: string } {
    return this.observed.take();
  }

  /** What the check of files and plans has to know of this guard. */
  private metadata(): Record<string, unknown> {
    const { development } = this;
    const { stateful, state } = this.options;
    const policy = {
      ...(development ? { development } : {}),
      ...(stateful === undefined ? {} : { stateful }),
      ...(state === undefined ? {} : { state }),
    };
    return {
      ...(this.pending.length > 0 ? { recreationApprovals: this.approvals } : {}),
      ...(Object.keys(policy).length > 0 ? { recreationGuard: policy } : {}),
    };
  }

  private checkReasons(method: string, { reason, cascade }: { reason?: unknown; cascade?: unknown }): void {
    this.checkWords(`${method} reason`, reason, "staging, holds no data");
    if (cascade !== undefined) this.checkWords(`${method} cascade`, cascade, "pools and API access go with it");
  }

  private checkWords(property: string, value: unknown, example: string): void {
    // A line that is pasted as it was printed has no more than dots.
    if (typeof value === "string" && /[\p{L}\p{N}]/u.test(value)) return;
    throw new InvalidPropertyError(this.stack, {
      property,
      value,
      requirement: "say why the loss is all right",
      suggestion: `Write, for example, "${example}".`,
    });
  }
}

/** Plain JavaScript may call without options, which lack everything then. */
function given<T extends object>(options: T | undefined): T {
  return options ?? ({} as T);
}

/** Begins one staged synthesis for all guards of an app, with one of those whose stacks are still in it. */
function beginOnce(guard: RecreationGuard): void {
  const app = App.of(guard.stack);
  const stacks = app.node.findAll().filter((node) => TerraformStack.isStack(node));
  const guards = (guardsByRoot.get(app) ?? []).filter(({ stack }) => stacks.includes(stack));
  if (guards[0] !== guard) return;
  StagedSynthesis.begin(app, stacks, new AppCheck(guards, stacks));
}

function movedAddress(scope: IConstruct, end: IConstruct | string): string {
  const address = findingAddress(scope, end);
  if (parseManaged(address) !== undefined) return address;
  throw new InvalidPropertyError(scope, {
    property: "moved",
    value: address,
    requirement: "be the address of a resource or a module",
    suggestion: 'Write, for example, "scaleway_k8s_cluster.cluster_611F8AFF".',
  });
}

function findingAddress(scope: IConstruct, resource: IConstruct | string): string {
  if (typeof resource === "string" && resource.trim() !== "") return resource;
  if (typeof resource === "string" || !Construct.isConstruct(resource)) {
    throw new InvalidPropertyError(scope, {
      property: "resource",
      value: resource,
      requirement: "be a construct, or the address of a resource",
      suggestion: 'Write, for example, "scaleway_k8s_cluster.cluster_611F8AFF".',
    });
  }
  const element = resource.node.tryFindChild("Resource") ?? resource;
  if (TerraformResource.isTerraformResource(element))
    return `${element.terraformResourceType}.${element.friendlyUniqueId}`;
  throw new InvalidPropertyError(resource, {
    property: "resource",
    value: resource.node.path,
    requirement: "be a resource, or a construct with one",
    suggestion: 'Give its address, such as "scaleway_k8s_cluster.cluster_611F8AFF".',
  });
}
