import type { PlatformCheck } from "../check";
import { unknownType } from "../unknown-type";

export const loadBalancerType: PlatformCheck = {
  id: "load-balancer-type",
  level: "warning",
  title: "A load balancer of an unknown type",
  explanation:
    "The API refuses types that do not exist. The provider does not check them. The warning gives the date of the list of known types. " +
    "If Scaleway added the type after that date, you can keep it.",
  example: {
    wrong: { scaleway_lb: { l: { type: "LB-HUGE" } } },
    right: { scaleway_lb: { l: { type: "lb-gp-m" } } },
  },
  appliesTo: ["scaleway_lb"],
  judge: (resource) => unknownType(resource, "type", "loadBalancer"),
};
