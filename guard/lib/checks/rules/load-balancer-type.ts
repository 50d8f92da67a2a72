import { LOAD_BALANCER_TYPES } from "../../provider";
import type { PlatformCheck } from "../check";

export const loadBalancerType: PlatformCheck = {
  id: "load-balancer-type",
  level: "warning",
  title: "A load balancer of an unknown type",
  explanation:
    "The API refuses types that it does not have; the provider does not check them (Scaleway's offers, 2026).",
  example: {
    wrong: { scaleway_lb: { l: { type: "LB-HUGE" } } },
    right: { scaleway_lb: { l: { type: "lb-gp-m" } } },
  },
  appliesTo: ["scaleway_lb"],
  judge: (resource) => {
    const type = resource.string("type");
    if (type === undefined || (LOAD_BALANCER_TYPES as readonly string[]).includes(type.toUpperCase())) return [];
    return [{ message: `has the type ${type}`, fix: `Write one of ${LOAD_BALANCER_TYPES.join(", ")}.` }];
  },
};
