import { argumentsNotSetByRead, newestRelease } from "kapsule-guard/provider";
import type { PriorState } from "kapsule-guard/terraform";

import { isNothing } from "./configured";

/** Those of them that tell the provider itself how to go about its work, so that an apply only writes them into the state. */
const STATE_ONLY: Readonly<Record<string, readonly string[]>> = {
  scaleway_autoscaling_instance_group: ["delete_servers_on_destroy"],
  scaleway_baremetal_server: ["install_config_afterward", "reinstall_on_config_changes"],
  scaleway_container_namespace: ["destroy_registry"],
  scaleway_domain_registration: ["duration_in_years"],
  scaleway_iam_group: ["external_membership"],
  scaleway_instance_security_group: ["external_rules"],
  scaleway_instance_server: ["replace_on_type_change"],
  scaleway_k8s_acl: ["no_ip_allowed"],
  scaleway_k8s_cluster: ["delete_additional_resources", "upgrade_pools"],
  scaleway_k8s_pool: ["wait_for_pool_ready"],
  scaleway_lb: ["external_private_networks"],
  scaleway_lb_frontend: ["external_acls"],
  scaleway_object_bucket: ["force_destroy"],
};

/** Whether an argument changes nothing but the state, when it is configured on what an import has left empty. */
export function changesStateOnly(type: string, argument: string): boolean {
  return STATE_ONLY[type]?.includes(argument) === true;
}

/** Those of the arguments that change the state alone which are false where nothing says that they are true. */
export function switchesOff(type: string): readonly string[] {
  return (STATE_ONLY[type] ?? []).filter((name) => {
    const attribute = newestRelease.behaviourOf(type).attribute(name);
    return attribute.type === "bool" && attribute.default !== true;
  });
}

/**
 * Whether an import leaves an argument empty, to say it would do something, and Terraform can be told to ignore it: not where
 * there is a default, which the provider sees in the place of what is ignored.
 */
export function isLostByImport(type: string, argument: string): boolean {
  if (!argumentsNotSetByRead(type).includes(argument) || changesStateOnly(type, argument)) return false;
  return isNothing(newestRelease.behaviourOf(type).attribute(argument).default ?? null);
}

/** The state of what a new state imports: the provider reads all of it but what it never reads. */
export function afterImport(state: PriorState): PriorState {
  const managed = [...state.managed].map(([address, instance]) => {
    const unread = argumentsNotSetByRead(address.type);
    const values = new Map([...instance.values].filter(([name]) => !unread.includes(name)));
    return [address, { ...instance, values, tainted: false }] as const;
  });
  return { managed: new Map(managed), data: state.data, deposed: [], sources: new Set() };
}
