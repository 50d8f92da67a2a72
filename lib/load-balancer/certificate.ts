import { LbCertificate } from "@cdktf/provider-scaleway/lib/lb-certificate";
import { Construct } from "constructs";

import {
  checkConstruct,
  checkName,
  checkProps,
  copyOf,
  dependOn,
  InvalidPropertyError,
  isToken,
  SHAPES,
} from "../core";
import { attachGuard, importAs } from "../guard";
import type { ILoadBalancer } from "./i-load-balancer";

/** Where a certificate comes from. */
export type CertificateSource =
  { readonly commonName: string; readonly alternativeNames: readonly string[] } | { readonly chain: string };

/** Where the certificate of a load balancer comes from. */
export const Certificate = {
  /**
   * Let's Encrypt, for names that resolve to the load balancer's address already: it is asked on port 80 when the certificate is
   * made.
   */
  letsEncrypt(commonName: string, ...alternativeNames: string[]): CertificateSource {
    return { commonName, alternativeNames };
  },

  /** One's own: certificate, intermediates and private key in PEM, as a reference to a variable or a secret. */
  own(chain: string): CertificateSource {
    return { chain };
  },
} as const;

/** Properties of a {@link LoadBalancerCertificate}. */
export interface LoadBalancerCertificateProps {
  /** Immutable. */
  readonly loadBalancer: ILoadBalancer;
  /** Immutable. */
  readonly source: CertificateSource;
  /** @default - the construct's id */
  readonly name?: string | undefined;
  /** Id of one that exists, such as `fr-par-1/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

const HOST = /^(?:\*\.)?(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,}$/i;

/**
 * A certificate of a load balancer. Nothing but its name can change, so that a new one is made before the old one goes.
 *
 * Source: `scaleway_lb_certificate`.
 */
export class LoadBalancerCertificate extends Construct {
  /** The underlying resource, for what has no property here. */
  public readonly resource: LbCertificate;

  /** @throws InvalidPropertyError for a name that is none, and for a certificate that is written out */
  constructor(scope: Construct, id: string, props: LoadBalancerCertificateProps) {
    super(scope, id);
    checkProps(this, props, SHAPES.LoadBalancerCertificateProps);
    const { loadBalancer, source, name = id } = props;
    checkConstruct(this, "loadBalancer", loadBalancer, "loadBalancerId", "loadBalancer");
    checkName(this, "name", name);
    attachGuard(this);
    this.resource = new LbCertificate(this, "Resource", {
      lbId: loadBalancer.loadBalancerId,
      name,
      ...this.attributesOf(source),
      lifecycle: { createBeforeDestroy: true },
    });
    importAs(this.resource, props.importId);
    dependOn(this.resource, loadBalancer);
  }

  /** Zonal id of the certificate. */
  public get certificateId(): string {
    return this.resource.id;
  }

  private attributesOf(source: CertificateSource) {
    if (!isSource(source)) {
      throw new InvalidPropertyError(this, {
        property: "source",
        requirement: "be made by Certificate",
        suggestion: 'Write, for example, Certificate.letsEncrypt("app.example.com").',
      });
    }
    if ("chain" in source) {
      if (isToken(source.chain)) return { customCertificate: { certificateChain: source.chain } };
      throw new InvalidPropertyError(this, {
        property: "source",
        requirement: "be a reference: the chain has the private key in it",
        suggestion: 'Write Certificate.own(new TerraformVariable(this, "tls", { sensitive: true }).stringValue).',
      });
    }
    const { commonName, alternativeNames } = source;
    for (const name of [commonName, ...alternativeNames]) {
      if (isToken(name) || (typeof name === "string" && HOST.test(name))) continue;
      throw new InvalidPropertyError(this, {
        property: "source",
        value: name,
        requirement: "name a host",
        suggestion: 'Write, for example, Certificate.letsEncrypt("app.example.com").',
      });
    }
    const others = alternativeNames.length > 0 ? { subjectAlternativeName: copyOf(alternativeNames) } : {};
    return { letsencrypt: { commonName, ...others } };
  }
}

/** Whether plain JavaScript gives what {@link Certificate} makes. */
function isSource(given: unknown): given is CertificateSource {
  if (typeof given !== "object" || given === null) return false;
  return "chain" in given || ("alternativeNames" in given && Array.isArray(given.alternativeNames));
}
