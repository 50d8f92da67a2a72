import { InstanceSecurityGroup } from "@cdktf/provider-scaleway/lib/instance-security-group";
import { K8SAcl } from "@cdktf/provider-scaleway/lib/k8s-acl";
import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import { VpcPrivateNetwork } from "@cdktf/provider-scaleway/lib/vpc-private-network";
import { Fn, type TerraformStack } from "cdktf";
import { ApiAccess, SecureKapsule } from "cdktf-scaleway-kapsule";

/** Adds a platform of five resources to a stack. */
export type AddPlatform = (stack: TerraformStack, id: string) => void;

/** Through the library. */
export const libraryPlatform: AddPlatform = (stack, id) => {
  new SecureKapsule(stack, id, {
    network: { name: id },
    cluster: { name: id, version: "1.35.3", cni: "cilium", apiAccess: ApiAccess.from("203.0.113.0/24") },
    pools: { default: { name: "default", nodeType: "DEV1-M", size: 1 } },
  });
};

/** The same resources as raw L1. */
export const rawPlatform: AddPlatform = (stack, id) => {
  const network = new VpcPrivateNetwork(stack, `${id}-network`, { name: id, lifecycle: { preventDestroy: true } });
  const cluster = new K8SCluster(stack, `${id}-cluster`, {
    name: id,
    version: "1.35.3",
    cni: "cilium",
    privateNetworkId: network.id,
    deleteAdditionalResources: false,
    dependsOn: [network],
    lifecycle: { preventDestroy: true },
  });
  const acl = new K8SAcl(stack, `${id}-acl`, {
    clusterId: cluster.id,
    aclRules: [{ ip: "203.0.113.0/24" }],
    dependsOn: [cluster],
  });
  const group = new InstanceSecurityGroup(stack, `${id}-group`, {
    name: `kubernetes ${Fn.element(Fn.split("/", cluster.id), 1)}`,
    inboundDefaultPolicy: "drop",
    outboundDefaultPolicy: "accept",
    stateful: true,
    dependsOn: [cluster],
  });
  new K8SPool(stack, `${id}-pool`, {
    clusterId: cluster.id,
    name: "default",
    nodeType: "DEV1-M",
    size: 1,
    securityGroupId: group.id,
    dependsOn: [group, acl],
  });
};
