import { LbIp } from "@cdktf/provider-scaleway/lib/lb-ip";
import { Construct, type IConstruct } from "constructs";

import {
  checkProps,
  checkUuid,
  checkZone,
  copyOf,
  lifecycleOf,
  type PropertyTypes,
  type RemovalPolicy,
  type Zone,
  zoneOfId,
} from "../core";
import { attachGuard, importAs } from "../guard";
import { type ServiceAnnotationOptions, serviceAnnotations } from "./service-annotations";

/** The reserved address of a load balancer, made here or elsewhere. */
export interface ILoadBalancerIp extends IConstruct {
  /** Zonal id of the address, such as `fr-par-1/11111111-1111-1111-1111-111111111111`. */
  readonly loadBalancerIpId: string;
  /** The IPv4 address. */
  readonly address: string;
  /** Its zone, where it was configured. */
  readonly zone?: string;
  /** Annotations of a Kubernetes Service of type LoadBalancer whose load balancer takes this address. */
  serviceAnnotations(options?: ServiceAnnotationOptions): Record<string, string>;
}

/** Properties of a {@link LoadBalancerIp}. */
export interface LoadBalancerIpProps {
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

const TYPES: PropertyTypes<LoadBalancerIpProps> = {
  zone: "string",
  reverse: "string",
  projectId: "string",
  tags: "string list",
  removalPolicy: "any",
  importId: "string",
};

/**
 * An address that outlives its load balancer: DNS records and the allow lists of others point to it. It serves a
 * {@link LoadBalancer}, or one that Kubernetes makes for a Service.
 *
 * Source: `scaleway_lb_ip`; the annotations of scaleway-cloud-controller-manager.
 */
export class LoadBalancerIp extends Construct implements ILoadBalancerIp {
  /** Refers to an address that is not made in this stack. @param address The IPv4 address. */
  public static fromLoadBalancerIpId(
    scope: Construct,
    id: string,
    loadBalancerIpId: string,
    address: string,
  ): ILoadBalancerIp {
    return new ImportedLoadBalancerIp(scope, id, loadBalancerIpId, address);
  }

  public readonly zone?: string;
  /** The underlying resource, for what has no property here. */
  public readonly resource: LbIp;
  private readonly made: { id?: string; address?: string } = {};

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: LoadBalancerIpProps = {}) {
    super(scope, id);
    checkProps(this, props, { types: TYPES });
    checkZone(this, props.zone, undefined);
    checkUuid(this, "projectId", props.projectId);
    attachGuard(this);
    const { removalPolicy, tags, ...attributes } = props;
    this.zone = props.zone;
    this.resource = new LbIp(this, "Resource", {
      ...attributes,
      tags: copyOf(tags),
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
  }

  public get loadBalancerIpId(): string {
    return (this.made.id ??= this.resource.id);
  }

  public get address(): string {
    return (this.made.address ??= this.resource.ipAddress);
  }

  public serviceAnnotations(options: ServiceAnnotationOptions = {}): Record<string, string> {
    return serviceAnnotations(this, this.loadBalancerIpId, options);
  }
}

class ImportedLoadBalancerIp extends Construct implements ILoadBalancerIp {
  public readonly zone?: string;

  constructor(
    scope: Construct,
    id: string,
    public readonly loadBalancerIpId: string,
    public readonly address: string,
  ) {
    super(scope, id);
    checkProps(
      this,
      { loadBalancerIpId, address },
      { types: { loadBalancerIpId: "string", address: "string" }, required: ["loadBalancerIpId", "address"] },
    );
    this.zone = zoneOfId(loadBalancerIpId);
  }

  public serviceAnnotations(options: ServiceAnnotationOptions = {}): Record<string, string> {
    return serviceAnnotations(this, this.loadBalancerIpId, options);
  }
}
