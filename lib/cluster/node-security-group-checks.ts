import type { IConstruct } from "constructs";

import { checkOneOf, checkUuid, InvalidPropertyError } from "../core";
import { DEFAULT_POLICIES, type NodeSecurityGroupOptions } from "./node-security-group-options";

/**
 * Refuses what Scaleway or Kapsule would refuse in a security group.
 *
 * @throws InvalidPropertyError at the first option that is out of its bounds
 */
export function checkNodeSecurityGroupOptions(scope: IConstruct, options: NodeSecurityGroupOptions): void {
  checkOneOf(scope, "inboundDefaultPolicy", options.inboundDefaultPolicy, DEFAULT_POLICIES);
  checkOneOf(scope, "outboundDefaultPolicy", options.outboundDefaultPolicy, DEFAULT_POLICIES);
  checkUuid(scope, "projectId", options.projectId);
  const stateful: unknown = options.stateful;
  if (stateful === undefined || stateful === true) return;
  throw new InvalidPropertyError(scope, {
    property: "stateful",
    value: stateful,
    requirement: "be true: Kapsule requires a stateful group, which lets the answers to outgoing connections back in",
    suggestion: "Leave stateful out, and allow NodePorts, SSH or ICMP by name where they are used.",
  });
}
