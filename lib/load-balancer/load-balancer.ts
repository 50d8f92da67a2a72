import { IpamIp } from "@cdktf/provider-scaleway/lib/ipam-ip";
import { Lb } from "@cdktf/provider-scaleway/lib/lb";
import { Construct } from "constructs";

import { checkLocality, copyOf, dependOn, lifecycleOf, scopeOf } from "../core";
import { attachGuard, importAs } from "../guard";
import { LoadBalancerBackend, type LoadBalancerBackendOptions } from "./backend";
import { type CertificateSource, LoadBalancerCertificate } from "./certificate";
import { LoadBalancerFrontend, type LoadBalancerFrontendOptions } from "./frontend";
import type { ILoadBalancer } from "./i-load-balancer";
import { checkLoadBalancer } from "./load-balancer-checks";
import { type ILoadBalancerIp, LoadBalancerIp } from "./load-balancer-ip";
import type { LoadBalancerProps } from "./load-balancer-props";

/**
 * A managed load balancer in front of the nodes: a public address that outlives it, and private backends on the network. It is the
 * only way in, beside what the security groups of the nodes let through.
 *
 * Source: `scaleway_lb`; "Securing a cluster with a regional Private Network", on managed load balancers.
 *
 * @example
 * ```typescript
 * const balancer = new LoadBalancer(stack, "public", { network, type: "LB-S" });
 * const web = balancer.addBackend("web", { port: 30080, protocol: "http", servers: Servers.addresses("172.16.0.9") });
 * balancer.addFrontend("http", { port: 80, backend: web });
 * ```
 */
export class LoadBalancer extends Construct implements ILoadBalancer {
  public readonly zone?: string;
  /** The reserved address. */
  public readonly ip: ILoadBalancerIp;
  /** The underlying resource, for what has no property here. */
  public readonly resource: Lb;
  private readonly privateAddress: IpamIp;
  private id?: string;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    checkLoadBalancer(this, props);
    attachGuard(this);
    const { network, type = "LB-S", zone, sslCompatibility, tags, projectId, removalPolicy } = props;
    this.zone = zone;
    this.ip = props.ip ?? new LoadBalancerIp(this, "Ip", { zone, projectId, tags, removalPolicy });
    this.privateAddress = new IpamIp(new Construct(this, "PrivateIp"), "Resource", {
      source: [{ privateNetworkId: network.privateNetworkId }],
      region: network.region,
      projectId,
      tags: copyOf(tags),
    });
    this.resource = new Lb(this, "Resource", {
      name: props.name,
      description: props.description,
      type,
      zone,
      ipIds: [this.ip.loadBalancerIpId],
      sslCompatibilityLevel: sslCompatibility && `ssl_compatibility_level_${sslCompatibility}`,
      privateNetwork: [{ privateNetworkId: network.privateNetworkId, ipamIds: [this.privateAddress.id] }],
      projectId,
      tags: copyOf(tags),
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
    dependOn(this.privateAddress, network);
    dependOn(this.resource, network);
    checkLocality(this, { zone }, [
      { property: "network", to: network, kind: "region" },
      { property: "ip", to: props.ip, kind: "zone" },
    ]);
  }

  public get loadBalancerId(): string {
    return (this.id ??= this.resource.id);
  }

  /** Addresses from which the nodes see the load balancer, for whatever trusts its PROXY protocol or its headers. */
  public get trustedProxyCidrs(): string[] {
    return [`${this.privateAddress.address}/32`];
  }

  /** Adds servers to forward to. */
  public addBackend(id: string, options: LoadBalancerBackendOptions): LoadBalancerBackend {
    return new LoadBalancerBackend(scopeOf(this, "Backends"), id, { ...options, loadBalancer: this });
  }

  /** Adds a port to listen on. */
  public addFrontend(id: string, options: LoadBalancerFrontendOptions): LoadBalancerFrontend {
    return new LoadBalancerFrontend(scopeOf(this, "Frontends"), id, { ...options, loadBalancer: this });
  }

  /** Adds a certificate: `Certificate.letsEncrypt("app.example.com")`. */
  public addCertificate(id: string, source: CertificateSource): LoadBalancerCertificate {
    return new LoadBalancerCertificate(scopeOf(this, "Certificates"), id, { loadBalancer: this, source });
  }

  /** Sends plain HTTP to HTTPS. @param backend Any backend: a frontend cannot be without, and this one never reaches it. */
  public redirectToHttps(id: string, backend: LoadBalancerBackend, port = 80): LoadBalancerFrontend {
    return this.addFrontend(id, { port, backend, redirectToHttps: true });
  }
}
