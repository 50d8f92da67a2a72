import { InstanceSecurityGroup } from "@cdktf/provider-scaleway/lib/instance-security-group";
import { Construct } from "constructs";

import { checkName, checkProps, checkZone, copyOf, dependOn, LateValue, SHAPES, type Zone } from "../core";
import { attachGuard, importAs } from "../guard";
import type { ICluster } from "./i-cluster";
import type { INodeSecurityGroup } from "./i-node-security-group";
import type { InboundRuleOptions, INodeSecurityRules, OutboundRuleOptions } from "./i-node-security-rules";
import { checkNodeSecurityGroupOptions } from "./node-security-group-checks";
import type { NodeSecurityGroupOptions } from "./node-security-group-options";
import { NodeSecurityRules } from "./node-security-rules";
import type { Port } from "./port";

/** Properties of a {@link NodeSecurityGroup}. */
export interface NodeSecurityGroupProps extends NodeSecurityGroupOptions {
  /** The cluster whose nodes the group is for. */
  readonly cluster: ICluster;
  /** Immutable. @default - the provider's zone */
  readonly zone?: Zone | undefined;
  /** @default - "kubernetes" and the cluster's uuid, as Scaleway documents it */
  readonly name?: string | undefined;
  /** Rules to share with groups of other zones. @default - rules of this group's own */
  readonly rules?: NodeSecurityRules | undefined;
  /** Id of one that exists, such as `fr-par-1/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/**
 * The security group that stands between the cluster and its pools, so that it exists before the first node does.
 * Groups are zonal: a cluster with pools in several zones has one for each.
 *
 * Source: `scaleway_instance_security_group`; "Securing a cluster with a regional Private Network", "Using Terraform".
 */
export class NodeSecurityGroup extends Construct implements INodeSecurityGroup, INodeSecurityRules {
  /** Refers to a group that is not made in this stack. Its zone is the one of the pools that it is for. */
  public static fromSecurityGroupId(
    scope: Construct,
    id: string,
    securityGroupId: string,
    zone?: Zone,
  ): INodeSecurityGroup {
    return new ImportedNodeSecurityGroup(scope, id, securityGroupId, zone);
  }

  public readonly zone?: string;
  /** The underlying resource, for what has no property here. */
  public readonly resource: InstanceSecurityGroup;
  private readonly rules: NodeSecurityRules;
  private id?: string;

  /** @throws InvalidPropertyError when a property is out of its bounds, or the group would be stateless */
  constructor(scope: Construct, id: string, props: NodeSecurityGroupProps) {
    super(scope, id);
    checkProps(this, props, SHAPES.NodeSecurityGroupProps);
    const { cluster, zone, name, rules = new NodeSecurityRules(this), ...options } = props;
    checkNodeSecurityGroupOptions(this, options);
    checkZone(this, zone, cluster.region);
    checkName(this, "name", name);
    attachGuard(this);

    this.rules = rules;
    this.zone = zone;
    this.resource = new InstanceSecurityGroup(this, "Resource", {
      ...options,
      tags: copyOf(options.tags),
      name: name ?? `kubernetes ${cluster.clusterUuid}`,
      zone,
      inboundDefaultPolicy: options.inboundDefaultPolicy ?? "drop",
      outboundDefaultPolicy: options.outboundDefaultPolicy ?? "accept",
      stateful: true,
      // Rules may be added until synth, and carry comments that the generated types do not know.
      inboundRule: new LateValue(() => rules.renderInbound()),
      outboundRule: new LateValue(() => rules.renderOutbound()),
    });
    importAs(this.resource, props.importId);
    dependOn(this.resource, cluster);
  }

  public get securityGroupId(): string {
    return (this.id ??= this.resource.id);
  }

  /** Lets connections to the nodes in, see {@link NodeSecurityRules.allowInbound}. */
  public allowInbound(port: Port, options?: InboundRuleOptions): void {
    this.rules.allowInbound(port, options);
  }

  /** Lets connections from the nodes out, see {@link NodeSecurityRules.allowOutbound}. */
  public allowOutbound(port: Port, options?: OutboundRuleOptions): void {
    this.rules.allowOutbound(port, options);
  }
}

class ImportedNodeSecurityGroup extends Construct implements INodeSecurityGroup {
  constructor(
    scope: Construct,
    id: string,
    public readonly securityGroupId: string,
    public readonly zone?: Zone,
  ) {
    super(scope, id);
    checkProps(this, { securityGroupId }, { types: { securityGroupId: "string" }, required: ["securityGroupId"] });
    checkZone(this, zone, undefined);
  }
}
