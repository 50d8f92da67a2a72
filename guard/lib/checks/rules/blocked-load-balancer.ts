import type { JsonObject } from "../../terraform";
import type { PlatformCheck } from "../check";
import { checked, clusterWith } from "../examples";
import type { Arguments, CheckedResource } from "../resource";

const publicBackend = (rule: JsonObject): JsonObject =>
  clusterWith(
    { security_group_id: "${scaleway_instance_security_group.g.id}" },
    {
      scaleway_instance_security_group: {
        g: { inbound_default_policy: "drop", inbound_rule: [{ action: "accept", protocol: "TCP", ...rule }] },
      },
      ...checked({ forward_port: 30080, server_ips: "${scaleway_k8s_pool.p.nodes[*].public_ip}" }),
    },
  );

export const blockedLoadBalancer: PlatformCheck = {
  id: "blocked-load-balancer",
  level: "error",
  title: "A load balancer that the nodes' security group blocks",
  explanation:
    "A security group filters the traffic to the public addresses of nodes. If a load balancer forwards to these addresses, the group " +
    'needs a rule for it. If the load balancer forwards to the private addresses, the group needs no rule ("Securing a cluster with a ' +
    'regional Private Network").',
  example: {
    wrong: publicBackend({ port: 443 }),
    right: publicBackend({ port_range: "30000-32767" }),
  },
  appliesTo: ["scaleway_lb_backend"],
  mentioning: "public_ip",
  judge: (resource, platform) => {
    const port = resource.number("forward_port");
    const named = JSON.stringify(resource.body.server_ips ?? "");
    const pools = platform.of("scaleway_k8s_pool").filter(({ address }) => named.includes(`${address}.nodes`));
    const group = pools
      .flatMap((pool) => platform.referred(pool, "security_group_id") ?? [])
      .find((each) => port !== undefined && dropsAll(each, port));
    if (group === undefined) return [];
    return [
      {
        message: `forwards to port ${port} of the nodes' public addresses, where ${group.address} lets nothing in`,
        fix: "Forward to their private addresses, with the load balancer on the network, or add an inbound rule.",
      },
    ];
  },
};

/** Whether a group lets nothing in by TCP at a port, as far as its rules are known. */
function dropsAll(group: CheckedResource, port: number): boolean {
  if (group.string("inbound_default_policy") !== "drop" || group.flag("external_rules") === true) return false;
  return !group.blocks("inbound_rule").some((rule) => mayAccept(rule, port));
}

function mayAccept(rule: Arguments, port: number): boolean {
  if (rule.string("action") === "drop") return false;
  if (!["TCP", "ANY", undefined].includes(rule.string("protocol")?.toUpperCase())) return false;
  const single = rule.number("port");
  if (single !== undefined && single !== 0) return single === port;
  const [first, last] = (rule.string("port_range") ?? "").split("-").map(Number);
  return first === undefined || last === undefined || (port >= first && port <= last);
}
