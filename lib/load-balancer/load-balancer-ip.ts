import { LbIp } from "@cdktf/provider-scaleway/lib/lb-ip";
import type { Construct, IConstruct } from "constructs";

import { ImportedReservedIp, ReservedIp, type ReservedIpProps } from "../network";
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
export type LoadBalancerIpProps = ReservedIpProps;

/**
 * An address that outlives its load balancer: DNS records and the allow lists of others point to it. It serves a
 * {@link LoadBalancer}, or one that Kubernetes makes for a Service.
 *
 * Source: `scaleway_lb_ip`; the annotations of scaleway-cloud-controller-manager.
 */
export class LoadBalancerIp extends ReservedIp<LbIp> implements ILoadBalancerIp {
  /** Refers to an address that is not made in this stack. @param address The IPv4 address. */
  public static fromLoadBalancerIpId(
    scope: Construct,
    id: string,
    loadBalancerIpId: string,
    address: string,
  ): ILoadBalancerIp {
    return new ImportedLoadBalancerIp(scope, id, "loadBalancerIpId", { id: loadBalancerIpId, address });
  }

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: LoadBalancerIpProps = {}) {
    super(scope, id, props, (...given) => new LbIp(...given));
  }

  public get loadBalancerIpId(): string {
    return this.reservedIpId;
  }

  public serviceAnnotations(options: ServiceAnnotationOptions = {}): Record<string, string> {
    return serviceAnnotations(this, this.loadBalancerIpId, options);
  }

  protected addressOf(resource: LbIp): string {
    return resource.ipAddress;
  }
}

class ImportedLoadBalancerIp extends ImportedReservedIp implements ILoadBalancerIp {
  public get loadBalancerIpId(): string {
    return this.reservedIpId;
  }

  public serviceAnnotations(options: ServiceAnnotationOptions = {}): Record<string, string> {
    return serviceAnnotations(this, this.loadBalancerIpId, options);
  }
}
