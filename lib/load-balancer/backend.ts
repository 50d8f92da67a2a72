import { LbBackend } from "@cdktf/provider-scaleway/lib/lb-backend";
import { Annotations } from "cdktf";
import { Construct } from "constructs";

import {
  checkConstruct,
  checkDuration,
  checkName,
  checkOneOf,
  checkPort,
  checkProps,
  dependOn,
  InvalidPropertyError,
  SHAPES,
} from "../core";
import { attachGuard, importAs } from "../guard";
import { HealthCheck } from "./health-check";
import type { ILoadBalancer } from "./i-load-balancer";
import { Servers } from "./servers";

/** What a load balancer can speak to its servers. */
export const BACKEND_PROTOCOLS = ["tcp", "http"] as const;
/** What a load balancer speaks to its servers. */
export type BackendProtocol = (typeof BACKEND_PROTOCOLS)[number];

/** Versions of the PROXY protocol. */
export const PROXY_PROTOCOLS = ["none", "v1", "v2", "v2_ssl", "v2_ssl_cn"] as const;
/** Version of the PROXY protocol, by which servers learn the address of the client. */
export type ProxyProtocol = (typeof PROXY_PROTOCOLS)[number];

/** Ways to choose the server of a connection. */
export const BALANCING_ALGORITHMS = ["roundrobin", "leastconn", "first"] as const;
/** Way to choose the server of a connection. */
export type BalancingAlgorithm = (typeof BALANCING_ALGORITHMS)[number];

/** Options of a backend of a given load balancer. */
export interface LoadBalancerBackendOptions {
  /** TCP port of the servers, such as a NodePort. */
  readonly port: number;
  /** The servers, by pool or by address. */
  readonly servers: Servers;
  /** @default "tcp" */
  readonly protocol?: BackendProtocol | undefined;
  /** @default - a TCP connection to the port */
  readonly healthCheck?: HealthCheck | undefined;
  /** @default - none, by Scaleway */
  readonly proxyProtocol?: ProxyProtocol | undefined;
  /** @default - "roundrobin", by Scaleway */
  readonly algorithm?: BalancingAlgorithm | undefined;
  /** Name of the cookie that keeps a client at one server. HTTP only. @default - clients are not kept at one */
  readonly stickyCookie?: string | undefined;
  /** Duration that a server may be silent. @default - Scaleway's choice */
  readonly serverTimeout?: string | undefined;
  /** Duration that a connection through the load balancer may be silent. @default - Scaleway's choice */
  readonly tunnelTimeout?: string | undefined;
  /** @default - the construct's id */
  readonly name?: string | undefined;
  /** Id of one that exists, such as `fr-par-1/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/** Properties of a {@link LoadBalancerBackend}. */
export interface LoadBalancerBackendProps extends LoadBalancerBackendOptions {
  /** Immutable. */
  readonly loadBalancer: ILoadBalancer;
}

/**
 * Servers that a load balancer forwards to.
 *
 * Source: `scaleway_lb_backend`.
 */
export class LoadBalancerBackend extends Construct {
  /** What the load balancer speaks to the servers. */
  public readonly protocol: BackendProtocol;
  /** TCP port of the servers. */
  public readonly port: number;
  /** The underlying resource, for what has no property here. */
  public readonly resource: LbBackend;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: LoadBalancerBackendProps) {
    super(scope, id);
    checkBackend(this, props);
    attachGuard(this);
    const { loadBalancer, servers, protocol = "tcp", healthCheck = HealthCheck.tcp(), stickyCookie } = props;
    this.protocol = protocol;
    this.port = props.port;
    this.resource = new LbBackend(this, "Resource", {
      lbId: loadBalancer.loadBalancerId,
      name: props.name ?? id,
      forwardProtocol: protocol,
      forwardPort: props.port,
      forwardPortAlgorithm: props.algorithm,
      proxyProtocol: props.proxyProtocol,
      serverIps: servers.bind(this),
      ...(stickyCookie === undefined ? {} : { stickySessions: "cookie", stickySessionsCookieName: stickyCookie }),
      timeoutServer: props.serverTimeout,
      timeoutTunnel: props.tunnelTimeout,
      ...healthCheck.bind(this),
    });
    importAs(this.resource, props.importId);
    dependOn(this.resource, loadBalancer, ...servers.nodePools);
    if (servers.nodePools.some(({ resource }) => resource.autoscalingInput === true)) {
      Annotations.of(this).addWarning(
        "The servers are the nodes of a pool that is autoscaled: nodes that come later get traffic only after the next apply. Let Kubernetes make the load balancer of a Service instead (LoadBalancerIp.serviceAnnotations).",
      );
    }
  }

  /** Zonal id of the backend. */
  public get backendId(): string {
    return this.resource.id;
  }
}

function checkBackend(scope: Construct, props: LoadBalancerBackendProps): void {
  checkProps(scope, props, SHAPES.LoadBalancerBackendProps);
  checkConstruct(scope, "loadBalancer", props.loadBalancer, "loadBalancerId", "loadBalancer");
  checkPort(scope, "port", props.port);
  checkOneOf(scope, "protocol", props.protocol, BACKEND_PROTOCOLS);
  checkOneOf(scope, "proxyProtocol", props.proxyProtocol, PROXY_PROTOCOLS);
  checkOneOf(scope, "algorithm", props.algorithm, BALANCING_ALGORITHMS);
  checkName(scope, "name", props.name);
  checkName(scope, "stickyCookie", props.stickyCookie);
  checkDuration(scope, "serverTimeout", props.serverTimeout);
  checkDuration(scope, "tunnelTimeout", props.tunnelTimeout);
  checkIsA(scope, "servers", props.servers, Servers, "Servers.ofPools(pool)");
  if (props.healthCheck !== undefined)
    checkIsA(scope, "healthCheck", props.healthCheck, HealthCheck, 'HealthCheck.http("/healthz")');
  if (props.stickyCookie === undefined || props.protocol === "http") return;
  throw new InvalidPropertyError(scope, {
    property: "stickyCookie",
    value: props.stickyCookie,
    requirement: 'be absent without protocol: "http": there are no cookies in TCP',
    suggestion: 'Leave it out, or set protocol: "http".',
  });
}

function checkIsA(
  scope: Construct,
  property: string,
  value: unknown,
  kind: { readonly name: string; readonly prototype: object },
  example: string,
): void {
  if (Object.prototype.isPrototypeOf.call(kind.prototype, Object(value) as object)) return;
  throw new InvalidPropertyError(scope, {
    property,
    value,
    requirement: `be of ${kind.name}`,
    suggestion: `Write, for example, ${property}: ${example}.`,
  });
}
