import { LbAcl } from "@cdktf/provider-scaleway/lib/lb-acl";
import { LbFrontend } from "@cdktf/provider-scaleway/lib/lb-frontend";
import { LbRoute } from "@cdktf/provider-scaleway/lib/lb-route";
import { Construct } from "constructs";
import { plainPortCertificate } from "kapsule-guard/checks";

import { Cidr } from "../access";
import {
  checkBy,
  checkConstruct,
  checkDuration,
  checkInteger,
  checkName,
  checkPort,
  checkProps,
  dependOn,
  InvalidPropertyError,
  isToken,
  SHAPES,
} from "../core";
import { attachGuard, importAs } from "../guard";
import type { LoadBalancerBackend } from "./backend";
import type { LoadBalancerCertificate } from "./certificate";
import type { ILoadBalancer } from "./i-load-balancer";

/** Options of a frontend of a given load balancer. */
export interface LoadBalancerFrontendOptions {
  /** TCP port to listen on. */
  readonly port: number;
  /** The servers behind it, unless a route says otherwise. Immutable. */
  readonly backend: LoadBalancerBackend;
  /** Certificates for TLS; the first one is for clients that name no host. @default - no TLS */
  readonly certificates?: readonly LoadBalancerCertificate[] | undefined;
  /** IPv4 blocks that may connect, and nobody else. @default - the whole internet */
  readonly allowFrom?: readonly string[] | undefined;
  /** Whether every request is answered with a redirect to HTTPS. @default false */
  readonly redirectToHttps?: boolean | undefined;
  /** Whether HTTP/3 is spoken, too. @default false */
  readonly http3?: boolean | undefined;
  /** Connections a second that a client may open. @default - as many as it likes */
  readonly connectionRateLimit?: number | undefined;
  /** Duration that a client may be silent. @default - Scaleway's choice */
  readonly clientTimeout?: string | undefined;
  /** @default - the construct's id */
  readonly name?: string | undefined;
  /** Id of one that exists, such as `fr-par-1/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/** Properties of a {@link LoadBalancerFrontend}. */
export interface LoadBalancerFrontendProps extends LoadBalancerFrontendOptions {
  /** Immutable. */
  readonly loadBalancer: ILoadBalancer;
}

/** What a route looks at: the `Host` header or the path of HTTP, or the server name of TLS in TCP. */
export interface RouteMatch {
  /** Host header, for HTTP. */
  readonly host?: string | undefined;
  /** Beginning of the path, for HTTP. */
  readonly path?: string | undefined;
  /** Name that a TLS client asks for, for TCP. */
  readonly sni?: string | undefined;
}

/**
 * A port on which a load balancer listens.
 *
 * Source: `scaleway_lb_frontend`, `scaleway_lb_acl`, `scaleway_lb_route`.
 */
export class LoadBalancerFrontend extends Construct {
  /** The underlying resource, for what has no property here. */
  public readonly resource: LbFrontend;
  private readonly backend: LoadBalancerBackend;
  private rules = 0;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: LoadBalancerFrontendProps) {
    super(scope, id);
    checkFrontend(this, props);
    attachGuard(this);
    const { loadBalancer, backend, certificates = [], allowFrom, redirectToHttps } = props;
    const hasRules = allowFrom !== undefined || redirectToHttps === true;
    this.backend = backend;
    this.resource = new LbFrontend(this, "Resource", {
      lbId: loadBalancer.loadBalancerId,
      backendId: backend.backendId,
      name: props.name ?? id,
      inboundPort: props.port,
      certificateIds: certificates.length > 0 ? certificates.map(({ certificateId }) => certificateId) : undefined,
      // Without it, the next plan deletes the rules that are resources of their own.
      externalAcls: hasRules ? true : undefined,
      enableHttp3: props.http3,
      connectionRateLimit: props.connectionRateLimit,
      timeoutClient: props.clientTimeout,
    });
    importAs(this.resource, props.importId);
    dependOn(this.resource, loadBalancer, backend, ...certificates);
    if (allowFrom !== undefined) this.allowOnly(allowFrom);
    if (redirectToHttps === true) this.redirect();
  }

  /** Zonal id of the frontend. */
  public get frontendId(): string {
    return this.resource.id;
  }

  /**
   * Sends some requests to another backend.
   *
   * @throws InvalidPropertyError for a match of another protocol than the frontend's, or of several things at once
   */
  public addRoute(id: string, match: RouteMatch, backend: LoadBalancerBackend): void {
    const scope = new Construct(this, id);
    checkProps(scope, match, { ...SHAPES.RouteMatch, within: "match" });
    checkConstruct(scope, "backend", backend, "backendId", "backend");
    const { protocol } = this.backend;
    const wanted = protocol === "http" ? ["host", "path"] : ["sni"];
    const given = Object.entries(match).filter(([, value]) => value !== undefined);
    const name = given[0]?.[0] ?? "";
    if (given.length !== 1 || !wanted.includes(name)) {
      throw new InvalidPropertyError(scope, {
        property: "match",
        value: match,
        requirement: `be one of ${wanted.join(", ")} on a frontend whose backend speaks ${protocol}`,
        suggestion: protocol === "http" ? 'Write { host: "app.example.com" }.' : 'Write { sni: "app.example.com" }.',
      });
    }
    const route = new LbRoute(scope, "Resource", {
      frontendId: this.frontendId,
      backendId: backend.backendId,
      matchHostHeader: match.host,
      matchPathBegin: match.path,
      matchSni: match.sni,
    });
    dependOn(route, this, backend);
  }

  /** Everybody else is refused: a rule that matches who is not in the list. */
  private allowOnly(ranges: readonly string[]): void {
    this.addRule("Allow", { type: "deny" }, { ipSubnet: [...ranges], invert: true });
  }

  private redirect(): void {
    const action = { type: "redirect", redirect: [{ type: "scheme", target: "https", code: 301 }] };
    this.addRule("Redirect", action, { httpFilter: "path_begin", httpFilterValue: ["/"] });
  }

  private addRule(
    id: string,
    action: { readonly type: string; readonly redirect?: { type: string; target: string; code: number }[] },
    match: { ipSubnet?: string[]; invert?: boolean; httpFilter?: string; httpFilterValue?: string[] },
  ): void {
    const rule = new LbAcl(new Construct(this, id), "Resource", {
      frontendId: this.frontendId,
      name: id.toLowerCase(),
      index: this.rules++,
      action,
      match,
    });
    dependOn(rule, this);
  }
}

function checkFrontend(scope: Construct, props: LoadBalancerFrontendProps): void {
  checkProps(scope, props, SHAPES.LoadBalancerFrontendProps);
  const { port, backend, certificates = [], allowFrom, redirectToHttps, http3 } = props;
  checkConstruct(scope, "loadBalancer", props.loadBalancer, "loadBalancerId", "loadBalancer");
  checkConstruct(scope, "backend", backend, "backendId", "loadBalancer.addBackend(…)");
  for (const each of certificates)
    checkConstruct(scope, "certificates", each, "certificateId", "[loadBalancer.addCertificate(…)]");
  checkPort(scope, "port", port);
  checkInteger(scope, "connectionRateLimit", props.connectionRateLimit, { min: 1 });
  checkDuration(scope, "clientTimeout", props.clientTimeout);
  checkName(scope, "name", props.name);
  for (const range of allowFrom ?? []) if (!isToken(range)) Cidr.parse(scope, "allowFrom", range);
  const refuse = (property: string, value: unknown, requirement: string, suggestion: string) =>
    new InvalidPropertyError(scope, { property, value, requirement, suggestion });
  if (allowFrom?.length === 0)
    throw refuse("allowFrom", [], "let somebody in, or be absent", 'Write, for example, ["203.0.113.0/24"].');
  checkBy(scope, plainPortCertificate, {
    inbound_port: { property: "port", value: port },
    certificate_ids: { property: "certificates", value: certificates },
  });
  if (http3 === true && certificates.length === 0)
    throw refuse("http3", true, "be absent without certificates: HTTP/3 is always TLS", "Add certificates.");
  if (redirectToHttps === true && (certificates.length > 0 || backend.protocol !== "http"))
    throw refuse(
      "redirectToHttps",
      true,
      'be on a frontend without certificates, whose backend has protocol: "http"',
      "Listen on port 80 with it, and on 443 with the certificates.",
    );
}
