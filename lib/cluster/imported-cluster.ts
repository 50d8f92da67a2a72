import { DataScalewayK8SCluster } from "@cdktf/provider-scaleway/lib/data-scaleway-k8s-cluster";
import type { Construct } from "constructs";

import { checkProps, checkRegion, type Region, regionOfId } from "../core";
import { ClusterBase } from "./cluster-base";
import type { ClusterSecurityOptions } from "./cluster-security-options";
import { type Kubeconfig, kubeconfigOf } from "./kubeconfig";

/** What is known of a cluster made elsewhere. */
export interface ClusterAttributes extends ClusterSecurityOptions {
  /** Regional id, such as `fr-par/11111111-1111-1111-1111-111111111111`. */
  readonly clusterId: string;
  /** @default - the one that the id begins with */
  readonly region?: Region | undefined;
}

/** A cluster that is not made in this stack, and to which pools can be added. */
export class ImportedCluster extends ClusterBase {
  public readonly clusterId: string;
  public readonly region?: string;
  private made?: Kubeconfig;

  constructor(scope: Construct, id: string, attributes: ClusterAttributes) {
    super(scope, id, attributes);
    checkProps(this, attributes, {
      types: { clusterId: "string", region: "any", securityGroups: "any", securityGroupOptions: "object" },
      required: ["clusterId"],
    });
    checkRegion(this, attributes.region);
    this.clusterId = attributes.clusterId;
    this.region = attributes.region ?? regionOfId(attributes.clusterId);
  }

  public get kubeconfig(): Kubeconfig {
    return (this.made ??= kubeconfigOf(
      new DataScalewayK8SCluster(this, "Data", { clusterId: this.clusterId, region: this.region }),
    ));
  }
}
