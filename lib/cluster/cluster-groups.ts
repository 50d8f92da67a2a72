import { createHash } from "node:crypto";

import type { Construct, IConstruct } from "constructs";

import {
  checkConstruct,
  checkProps,
  describeInvalid,
  InvalidPropertyError,
  isToken,
  providerDefaults,
  resolvedString,
  SHAPES,
  type Zone,
} from "../core";
import type { ClusterSecurityOptions } from "./cluster-security-options";
import type { ICluster } from "./i-cluster";
import type { INodeSecurityGroup } from "./i-node-security-group";
import { NodeSecurityGroup } from "./node-security-group";
import { checkNodeSecurityGroupOptions } from "./node-security-group-checks";
import { NodeSecurityRules } from "./node-security-rules";

/** The security groups of a cluster's nodes, one for each zone with pools, and the rules that all of them have. */
export class ClusterGroups {
  /** Rules for the traffic of the nodes, in every zone. */
  public readonly rules: NodeSecurityRules;
  private readonly groups = new Map<string, INodeSecurityGroup>();

  /** @throws InvalidPropertyError when the options contradict each other, or name what is no group */
  constructor(
    private readonly cluster: Construct & ICluster,
    private readonly options: ClusterSecurityOptions,
  ) {
    checkSecurity(cluster, options);
    this.rules = new NodeSecurityRules(cluster);
  }

  /**
   * The group for the nodes of a pool: one of the user's, or one that is made with the first pool of its zone.
   *
   * @throws InvalidPropertyError where the user gave groups, and none of this zone
   */
  public groupOf(pool: IConstruct, zone: string | undefined): INodeSecurityGroup {
    const own = this.options.securityGroups;
    if (own === undefined) {
      // An inherited zone and the same one written out are one zone, and so one group.
      const unlikeInherited = zone === providerDefaults(pool).zone ? undefined : zone;
      return this.groups.get(resolvedString(this.cluster, unlikeInherited)) ?? this.makeGroup(unlikeInherited);
    }
    const wanted = zone ?? providerDefaults(pool).zone;
    const group =
      own.find((candidate) => candidate.zone === wanted) ??
      own.find((candidate) => candidate.zone === undefined || wanted === undefined || isToken(wanted));
    if (group !== undefined) return group;
    throw new InvalidPropertyError(pool, {
      property: "zone",
      value: wanted,
      requirement: `have a security group: the cluster was given groups of ${own.map((each) => each.zone).join(", ") || "no zone"}`,
      suggestion: "Add a group of this zone to the cluster's securityGroups, or give the pool its own securityGroup.",
    });
  }

  /** Rules reach the nodes through the groups that the cluster makes; without one they would be lost without a word. */
  public lostRules(): string[] {
    if (this.rules.isEmpty || this.groups.size > 0) return [];
    return [
      describeInvalid({
        property: "securityGroup",
        requirement: "have a group of the cluster's own to hold its rules, but every pool has one of yours",
        suggestion: "Call allowInbound and allowOutbound of your NodeSecurityGroup.",
      }),
    ];
  }

  private makeGroup(zone: string | undefined): INodeSecurityGroup {
    const key = resolvedString(this.cluster, zone);
    const suffix = isToken(zone) ? createHash("sha1").update(key).digest("hex").slice(0, 8) : key;
    const group = new NodeSecurityGroup(
      this.cluster,
      zone === undefined ? "SecurityGroup" : `SecurityGroup-${suffix}`,
      {
        ...this.options.securityGroupOptions,
        cluster: this.cluster,
        zone: zone as Zone | undefined,
        rules: this.rules,
      },
    );
    this.groups.set(key, group);
    return group;
  }
}

function checkSecurity(scope: IConstruct, { securityGroups, securityGroupOptions }: ClusterSecurityOptions): void {
  if (securityGroupOptions !== undefined) {
    checkProps(scope, securityGroupOptions, {
      ...SHAPES.NodeSecurityGroupOptions,
      within: "securityGroupOptions",
    });
    checkNodeSecurityGroupOptions(scope, securityGroupOptions);
  }
  if (securityGroups === undefined) return;
  if (!Array.isArray(securityGroups)) {
    throw new InvalidPropertyError(scope, {
      property: "securityGroups",
      value: securityGroups,
      requirement: "be a list of groups",
      suggestion:
        'Write, for example, securityGroups: [NodeSecurityGroup.fromSecurityGroupId(this, "group", "fr-par-1/…")].',
    });
  }
  for (const group of securityGroups) {
    checkConstruct(scope, "securityGroups", group, "securityGroupId", "[new NodeSecurityGroup(…)]");
  }
  if (securityGroupOptions === undefined) return;
  throw new InvalidPropertyError(scope, {
    property: "securityGroupOptions",
    value: securityGroupOptions,
    requirement: "be absent with securityGroups, which it does not change",
    suggestion: "Give the options to your own groups.",
  });
}
