import type { ArgumentCheck } from "../check";
import { fronted, uuid } from "../examples";

const HTTP_PORT = 80;

export const plainPortCertificate: ArgumentCheck = {
  id: "plain-port-certificate",
  level: "error",
  title: "Certificates on port 80",
  explanation:
    "Port 80 is for plain HTTP and for the answers to Let's Encrypt. The API refuses certificates on this port.",
  example: {
    wrong: fronted({ inbound_port: 80, certificate_ids: [`fr-par-1/${uuid}`] }),
    right: fronted({ inbound_port: 443, certificate_ids: [`fr-par-1/${uuid}`] }),
  },
  appliesTo: ["scaleway_lb_frontend"],
  refuse: (frontend) =>
    frontend.number("inbound_port") === HTTP_PORT && frontend.has("certificate_ids")
      ? {
          argument: "inbound_port",
          requirement: "be another one with certificates: port 80 is for plain HTTP",
          fix: "Listen on 443.",
        }
      : undefined,
};
