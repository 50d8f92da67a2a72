import type { IConstruct } from "constructs";

import { checkConstruct, checkName, checkProps, SHAPES, uuidOfId } from "../core";
import type { IPrivateNetwork } from "../network";

/** How Kubernetes makes a load balancer for a Service. */
export interface ServiceAnnotationOptions {
  /** The network that it reaches the nodes by. @default - the cluster's, by Kapsule */
  readonly network?: IPrivateNetwork | undefined;
  /** Type of the load balancer, such as `LB-S`. @default - Kapsule's choice */
  readonly type?: string | undefined;
  /** Whether the nodes learn the client's address by PROXY protocol 2. @default false */
  readonly proxyProtocol?: boolean | undefined;
}

const PREFIX = "service.beta.kubernetes.io/scw-loadbalancer";

/** The annotations, in which ids have no zone or region: with one, they are not found. */
export function serviceAnnotations(
  scope: IConstruct,
  loadBalancerIpId: string,
  options: ServiceAnnotationOptions,
): Record<string, string> {
  checkProps(scope, options, { ...SHAPES.ServiceAnnotationOptions, within: "serviceAnnotations" });
  const { network, type, proxyProtocol } = options;
  if (network !== undefined) checkConstruct(scope, "network", network, "privateNetworkId", "network");
  checkName(scope, "type", type);
  return {
    [`${PREFIX}-ip-ids`]: uuidOfId(loadBalancerIpId),
    ...(network === undefined ? {} : { [`${PREFIX}-pn-ids`]: uuidOfId(network.privateNetworkId) }),
    ...(type === undefined ? {} : { [`${PREFIX}-type`]: type }),
    ...(proxyProtocol === true ? { [`${PREFIX}-proxy-protocol-v2`]: "true" } : {}),
  };
}
