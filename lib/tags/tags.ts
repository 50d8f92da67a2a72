import { Aspects, type IAspect, TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { isBlock, newestRelease } from "kapsule-guard/provider";

import { checkKnown, checkProps, InvalidPropertyError } from "../core";

/** What a tag is put on. */
export interface TagOptions {
  /**
   * Whether pools are tagged, too. Their tags are those of the nodes, where Kubernetes shows them as labels.
   *
   * @default false
   */
  readonly includeNodes?: boolean | undefined;
}

/** A resource of L1 that has tags. */
interface Taggable extends TerraformResource {
  tags?: string[] | Record<string, string>;
  readonly tagsInput?: string[] | Record<string, string>;
}

const POOL = "scaleway_k8s_pool";

/**
 * Tags of everything in a scope that takes tags, whatever adds it: `Tags.of(stack).add("team", "platform")`.
 *
 * Scaleway's tags are strings, so that a tag with a value is `team=platform`; where a resource takes a map, as buckets do, it is the
 * map's entry. What a resource says itself stays, and a tag of a nearer scope replaces the same one of a wider scope. Tags never
 * replace a resource.
 */
export class Tags {
  /** The tags of a scope. */
  public static of(scope: IConstruct): Tags {
    return new Tags(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Adds a tag.
   *
   * @param value For `key=value`. @default - none, for a tag that is the key alone
   * @throws InvalidPropertyError for a tag without a name, or one known only to Terraform; for the scope of an app
   */
  public add(key: string, value?: string, options: TagOptions = {}): this {
    if (!this.scope.node.scopes.some((each) => TerraformStack.isStack(each))) {
      throw new InvalidPropertyError(this.scope, {
        property: "scope",
        value: "an app",
        requirement: "be a stack, or in one: CDKTF looks for what an app as a whole asks in none of its stacks",
        suggestion: 'Write Tags.of(stack).add("team", "platform") for each stack.',
      });
    }
    checkProps(this.scope, options, { types: { includeNodes: "boolean" }, within: "options" });
    for (const [property, text] of Object.entries({ key, value })) {
      if (text === undefined && property === "value") continue;
      checkKnown(this.scope, property, text);
      if (typeof text === "string" && text !== "" && !(property === "key" && text.includes("="))) continue;
      throw new InvalidPropertyError(this.scope, {
        property,
        value: text,
        requirement: "be a string that is not empty, and a key has no equals sign",
        suggestion: 'Write, for example, Tags.of(stack).add("team", "platform").',
      });
    }
    Aspects.of(this.scope).add(new TagAspect(key, value, options.includeNodes === true));
    return this;
  }
}

/** Tags that came from a scope, by resource and key: a nearer scope may replace them, and what a resource says itself not. */
const added = new WeakMap<TerraformResource, Set<string>>();

/** Terraform's type of the tags of a resource type; undefined where it has none. */
function tagsTypeOf(resourceType: string): string | undefined {
  const { tags } = newestRelease.argumentsOf(resourceType)?.arguments ?? {};
  return tags === undefined || isBlock(tags) ? undefined : tags.type;
}

class TagAspect implements IAspect {
  constructor(
    private readonly key: string,
    private readonly value: string | undefined,
    private readonly includeNodes: boolean,
  ) {}

  public visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node)) return;
    const type = tagsTypeOf(node.terraformResourceType);
    if (type === undefined || (node.terraformResourceType === POOL && !this.includeNodes)) return;
    const ofScopes = added.get(node) ?? new Set<string>();
    added.set(node, ofScopes);
    const resource = node as Taggable;
    const own = resource.tagsInput;
    if (type.startsWith("map")) this.addToMap(resource, (own ?? {}) as Record<string, string>, ofScopes);
    else this.addToList(resource, (own ?? []) as string[], ofScopes);
  }

  private addToMap(resource: Taggable, own: Record<string, string>, ofScopes: Set<string>): void {
    if (Object.hasOwn(own, this.key) && !ofScopes.has(this.key)) return;
    ofScopes.add(this.key);
    resource.tags = { ...own, [this.key]: this.value ?? "" };
  }

  private addToList(resource: Taggable, own: readonly string[], ofScopes: Set<string>): void {
    const isSame = (tag: string) => tag === this.key || tag.startsWith(`${this.key}=`);
    if (own.some(isSame) && !ofScopes.has(this.key)) return;
    ofScopes.add(this.key);
    const tag = this.value === undefined ? this.key : `${this.key}=${this.value}`;
    resource.tags = [...own.filter((each) => !isSame(each)), tag];
  }
}
