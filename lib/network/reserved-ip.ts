import type { TerraformResource, TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";

import {
  checkProps,
  checkUuid,
  checkZone,
  copyOf,
  lifecycleOf,
  type RemovalPolicy,
  SHAPES,
  type Zone,
  zoneOfId,
} from "../core";
import { attachGuard, importAs } from "../guard";

/** Properties of an address that outlives what uses it. */
export interface ReservedIpProps {
  /** Immutable. @default - the provider's zone */
  readonly zone?: Zone | undefined;
  /** Name that the address resolves to. @default - none */
  readonly reverse?: string | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par-1/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/** Arguments that resources of reserved addresses have in common. */
interface ReservedIpArguments extends Omit<ReservedIpProps, "tags" | "removalPolicy" | "importId"> {
  readonly tags?: string[] | undefined;
  readonly lifecycle?: TerraformResourceLifecycle | undefined;
}

/** An address that outlives what uses it, so that the allow lists and DNS records of others go on holding. */
export abstract class ReservedIp<Resource extends TerraformResource & { readonly id: string }> extends Construct {
  public readonly zone?: string;
  /** The underlying resource, for what has no property here. */
  public readonly resource: Resource;
  private readonly made: { id?: string; address?: string } = {};

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(
    scope: Construct,
    id: string,
    props: ReservedIpProps,
    make: (scope: Construct, id: string, attributes: ReservedIpArguments) => Resource,
  ) {
    super(scope, id);
    checkProps(this, props, SHAPES.ReservedIpProps);
    checkZone(this, props.zone, undefined);
    checkUuid(this, "projectId", props.projectId);
    attachGuard(this);
    const { removalPolicy, tags, importId, ...attributes } = props;
    this.zone = props.zone;
    this.resource = make(this, "Resource", {
      ...attributes,
      tags: copyOf(tags),
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, importId);
  }

  /** The IPv4 address. */
  public get address(): string {
    return (this.made.address ??= this.addressOf(this.resource));
  }

  protected get reservedIpId(): string {
    return (this.made.id ??= this.resource.id);
  }

  protected abstract addressOf(resource: Resource): string;
}

/** A reserved address that is not made in this stack. */
export abstract class ImportedReservedIp extends Construct {
  public readonly zone?: string;

  /** @param idProperty The property that has the id. */
  constructor(
    scope: Construct,
    id: string,
    idProperty: string,
    private readonly given: { readonly id: string; readonly address: string },
  ) {
    super(scope, id);
    checkProps<Record<string, string>>(
      this,
      { [idProperty]: given.id, address: given.address },
      { types: { [idProperty]: "string", address: "string" }, required: [idProperty, "address"] },
    );
    this.zone = zoneOfId(given.id);
  }

  /** The IPv4 address. */
  public get address(): string {
    return this.given.address;
  }

  protected get reservedIpId(): string {
    return this.given.id;
  }
}
