import type { PlatformCheck } from "../check";
import { checked } from "../examples";

export const httpCheckOfTcp: PlatformCheck = {
  id: "http-check-of-tcp",
  level: "warning",
  title: "An HTTP health check of a TCP backend",
  explanation:
    "The check works if the servers speak HTTP behind TCP. If they do not, the check marks all of them as down.",
  example: {
    wrong: checked({ health_check_http: { uri: "/" } }),
    right: checked({ forward_protocol: "http", health_check_http: { uri: "/" } }),
  },
  appliesTo: ["scaleway_lb_backend"],
  judge: (resource) =>
    resource.string("forward_protocol") === "tcp" && resource.has("health_check_http")
      ? [
          {
            message: "forwards TCP, and checks by HTTP",
            fix: "Take health_check_tcp where the servers do not speak plain HTTP.",
          },
        ]
      : [],
};
