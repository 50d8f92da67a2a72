import { InstanceSecurityGroup } from "@cdktf/provider-scaleway/lib/instance-security-group";
import { InstanceSecurityGroupRules } from "@cdktf/provider-scaleway/lib/instance-security-group-rules";
import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import { Lb } from "@cdktf/provider-scaleway/lib/lb";
import { LbIp } from "@cdktf/provider-scaleway/lib/lb-ip";
import { RdbAcl } from "@cdktf/provider-scaleway/lib/rdb-acl";
import { RdbInstance } from "@cdktf/provider-scaleway/lib/rdb-instance";
import { VpcPrivateNetwork } from "@cdktf/provider-scaleway/lib/vpc-private-network";
import { TerraformCount, type TerraformStack, TerraformVariable } from "cdktf";

import { ApiAccess } from "../../lib/access/api-access";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { InvalidPropertyError } from "../../lib/core/invalid-property";
import { InvalidConfigurationError } from "../../lib/guard/invalid-configuration-error";
import { PlatformCheckError } from "../../lib/guard/platform-check-error";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { guardedProject } from "../guard/support";
import { newStack, stringToken } from "../support/stack";

const { lockFile, newApp, stopped } = guardedProject();

/** Synthesizes a guarded stack in Paris. */
const synth = (make: (stack: TerraformStack) => void) => () => {
  const app = newApp();
  const stack = newStack(undefined, app, "platform");
  RecreationGuard.of(stack, { lockFile: lockFile() });
  make(stack);
  app.synth();
};

/** What a synth warns of. */
function warned(make: (stack: TerraformStack) => void): string {
  const warn = jest.spyOn(console, "warn");
  synth(make)();
  return warn.mock.calls.flat().join("\n");
}

const newNetwork = (stack: TerraformStack) => new VpcPrivateNetwork(stack, "net", { name: "net" });
const CLUSTER = { name: "c", version: "1.35.3", cni: "cilium", deleteAdditionalResources: false };

test("l1-cluster-without-network: an L1 cluster of a Kapsule type without a network is an error", () => {
  for (const type of [undefined, "kapsule-dedicated-8"]) {
    const message = stopped(
      synth((stack) => new K8SCluster(stack, "c", { ...CLUSTER, type })),
      PlatformCheckError,
    );
    expect(message).toContain("platform/c (scaleway_k8s_cluster.c) has no private_network_id.");
    expect(message).toContain("[cluster-network]");
  }
});

test("lb-ipv6-only: a load balancer with an IPv6 address alone is warned of", () => {
  const text = warned((stack) => {
    const ip = new LbIp(stack, "ip", { isIpv6: true });
    new Lb(stack, "lb", { name: "l", type: "LB-S", ipIds: [ip.id] });
  });
  expect(text).toContain("platform/lb (scaleway_lb.lb) has no IPv4 address among its ip_ids.");
  expect(text).toContain("[load-balancer-ipv6-only]");
});

test("rdb-acl-ipv6: an IPv6 block in the allow list of a database is what the provider would refuse", () => {
  const message = stopped(
    synth((stack) => {
      const database = new RdbInstance(stack, "d", {
        name: "d",
        engine: "PostgreSQL-16",
        nodeType: "DB-DEV-S",
        userName: "adm",
        passwordWo: stringToken(stack, "p"),
        passwordWoVersion: 1,
        privateNetwork: { pnId: newNetwork(stack).id, enableIpam: true },
      });
      new RdbAcl(stack, "a", { instanceId: database.id, aclRules: [{ ip: "2001:db8::/64", description: "office" }] });
    }),
    InvalidConfigurationError,
  );
  expect(message).toContain("the provider would refuse this configuration");
  expect(message).toContain('platform/a (scaleway_rdb_acl.a): acl_rules.ip is "2001:db8::/64"');
  expect(message).toContain("it must be an IPv4 block");
});

test("rdb-from-snapshot-with-load-balancer: an endpoint beside the one that a snapshot brings is warned of", () => {
  const text = warned(
    (stack) =>
      new RdbInstance(stack, "d", {
        name: "d",
        snapshotId: "fr-par/33333333-3333-3333-3333-333333333333",
        nodeType: "DB-DEV-S",
        loadBalancer: {},
        privateNetwork: { pnId: newNetwork(stack).id, enableIpam: true },
      }),
  );
  expect(text).toContain("platform/d (scaleway_rdb_instance.d) has a snapshot_id, and a load_balancer.");
  expect(text).toContain("[restored-endpoint]");
});

test("security-group-rules-not-external: rules beside a group that does not leave them to others are an error", () => {
  const message = stopped(
    synth((stack) => {
      const group = new InstanceSecurityGroup(stack, "g", { name: "g", inboundDefaultPolicy: "drop" });
      new InstanceSecurityGroupRules(stack, "r", {
        securityGroupId: group.id,
        inboundRule: [{ action: "accept", port: 443, protocol: "TCP" }],
      });
    }),
    PlatformCheckError,
  );
  expect(message).toContain("platform/r (scaleway_instance_security_group_rules.r) is of");
  expect(message).toContain("which has no external_rules = true. Set it on scaleway_instance_security_group.g.");
  expect(message).toContain("[unkept-rule]");
});

/** A number that only Terraform knows, with a default as in the programs that were seen. */
const number = (stack: TerraformStack) => new TerraformVariable(stack, "n", { type: "number", default: 3 }).numberValue;

const newCluster = (stack: TerraformStack, name = "c") =>
  new K8SCluster(stack, "c", { ...CLUSTER, name, privateNetworkId: newNetwork(stack).id });

function newPlatform(stack: TerraformStack, props: { network?: object; cluster?: object; pool?: object }): void {
  const cluster = new KapsuleCluster(stack, "c", {
    network: new PrivateNetwork(stack, "net", props.network),
    version: "1.35.3",
    cni: "cilium",
    apiAccess: ApiAccess.from("203.0.113.0/24"),
    ...props.cluster,
  });
  cluster.addPool("p", { nodeType: "DEV1-M", size: 1, ...props.pool });
}

test("number-token-in-a-name: a number that only Terraform knows is an error in a name, with what to write", () => {
  const wrong: [place: string, make: (stack: TerraformStack) => void][] = [
    ["platform/c (resource.scaleway_k8s_cluster.c.name)", (stack) => newCluster(stack, `c-${number(stack)}`)],
    [
      "platform/c/Resource (resource.scaleway_k8s_cluster.c_738FD935.name)",
      (stack) => {
        newPlatform(stack, { cluster: { name: `c-${number(stack)}` } });
      },
    ],
    [
      "platform/c/p/Resource (resource.scaleway_k8s_pool.c_p_6E5433F0.name)",
      (stack) => {
        newPlatform(stack, { pool: { name: `p-${number(stack)}` } });
      },
    ],
    [
      "platform/p (resource.scaleway_k8s_pool.p.name)",
      (stack) => {
        const count = TerraformCount.of(3);
        const { id: clusterId } = newCluster(stack);
        new K8SPool(stack, "p", { count, clusterId, name: `p-${count.index}`, nodeType: "DEV1-M", size: 1 });
      },
    ],
  ];
  for (const [place, make] of wrong) {
    const message = stopped(synth(make), InvalidConfigurationError);
    expect(message).toContain(`${place} is "`);
    expect(message).toContain('write Fn.format("c-%d", [number]) or Token.asString(number)');
  }
  const subnet = synth((stack) => {
    newPlatform(stack, { network: { subnet: `172.16.${number(stack)}.0/22` } });
  });
  expect(stopped(subnet, InvalidPropertyError)).toContain("platform/net: subnet is");
});
