import type { PlatformCheck } from "../check";
import { unknownType } from "../unknown-type";

export const loadBalancerType: PlatformCheck = {
  id: "load-balancer-type",
  level: "warning",
  title: "A load balancer of an unknown type",
  explanation:
    "The API refuses types that it does not have; the provider does not check them. The warning names the day of the list; what " +
    "came since then can stay.",
  example: {
    wrong: { scaleway_lb: { l: { type: "LB-HUGE" } } },
    right: { scaleway_lb: { l: { type: "lb-gp-m" } } },
  },
  appliesTo: ["scaleway_lb"],
  judge: (resource) => unknownType(resource, "type", "loadBalancer"),
};
