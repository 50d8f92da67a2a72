import type { PlatformCheck } from "../check";
import { checked } from "../examples";

export const httpCheckOfTcp: PlatformCheck = {
  id: "http-check-of-tcp",
  level: "warning",
  title: "An HTTP health check of a TCP backend",
  explanation: "It works where the servers speak HTTP behind TCP, and marks all of them down where they do not.",
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
