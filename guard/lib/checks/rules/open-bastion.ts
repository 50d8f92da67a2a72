import type { PlatformCheck } from "../check";
import { gateway } from "../examples";

export const openBastion: PlatformCheck = {
  id: "open-bastion",
  level: "warning",
  title: "A bastion that is open to everybody by default",
  explanation: "Without allowed_ip_ranges, Scaleway lets the whole internet connect to the bastion and try keys.",
  example: {
    wrong: gateway({ bastion_enabled: true }),
    right: gateway({ bastion_enabled: true, allowed_ip_ranges: ["0.0.0.0/0"] }),
  },
  appliesTo: ["scaleway_vpc_public_gateway"],
  judge: (resource) =>
    resource.flag("bastion_enabled") === true && !resource.has("allowed_ip_ranges")
      ? [
          {
            message: "has a bastion, and does not say who may reach it",
            fix: 'Set allowed_ip_ranges, to ["0.0.0.0/0"] where everybody is meant.',
          },
        ]
      : [],
};
