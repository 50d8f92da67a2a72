export {
  BACKEND_PROTOCOLS,
  type BackendProtocol,
  BALANCING_ALGORITHMS,
  type BalancingAlgorithm,
  LoadBalancerBackend,
  type LoadBalancerBackendOptions,
  type LoadBalancerBackendProps,
  PROXY_PROTOCOLS,
  type ProxyProtocol,
} from "./backend";
export {
  Certificate,
  type CertificateSource,
  LoadBalancerCertificate,
  type LoadBalancerCertificateProps,
} from "./certificate";
export {
  LoadBalancerFrontend,
  type LoadBalancerFrontendOptions,
  type LoadBalancerFrontendProps,
  type RouteMatch,
} from "./frontend";
export { type CheckTiming, HealthCheck, type HttpCheckOptions } from "./health-check";
export type { ILoadBalancer } from "./i-load-balancer";
export { LoadBalancer } from "./load-balancer";
export { type ILoadBalancerIp, LoadBalancerIp, type LoadBalancerIpProps } from "./load-balancer-ip";
export {
  type LoadBalancerProps,
  type LoadBalancerType,
  SSL_COMPATIBILITIES,
  type SslCompatibility,
} from "./load-balancer-props";
export { Servers } from "./servers";
export type { ServiceAnnotationOptions } from "./service-annotations";
