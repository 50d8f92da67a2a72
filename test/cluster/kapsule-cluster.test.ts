import { App, TerraformOutput, TerraformStack } from "cdktf";

import { ApiAccess } from "../../lib/access/api-access";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { KubernetesVersion } from "../../lib/cluster/kubernetes-version";
import { NodePool } from "../../lib/cluster/node-pool";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import {
  type ClusterOverrides,
  dependsOn,
  expectInvalid,
  newApp,
  newCluster,
  newStack,
  orderOf,
  problemsOf,
  resource,
  resources,
  stringToken,
  synthesize,
  untyped,
} from "../support/stack";

const TYPE = "scaleway_k8s_cluster";

describe("KapsuleCluster", () => {
  test("emits what a cluster needs, the network's id and the protection, and nothing else", () => {
    const stack = newStack();
    newCluster(stack);
    const { depends_on, ...attributes } = resource(stack, TYPE);
    expect(attributes).toEqual({
      name: "stack-cluster",
      version: "1.35.3",
      cni: "cilium",
      private_network_id: expect.stringMatching(/^\$\{scaleway_vpc_private_network\.network_\w+\.id\}$/),
      delete_additional_resources: false,
      lifecycle: { prevent_destroy: true },
    });
    expect(dependsOn({ depends_on })).toEqual(["scaleway_vpc_private_network.network"]);
  });

  test("emits every property", () => {
    const stack = newStack();
    newCluster(stack, {
      name: "prod",
      description: "d",
      type: "kapsule-dedicated-4",
      region: "fr-par",
      projectId: "11111111-1111-1111-1111-111111111111",
      tags: ["t"],
      version: "1.35",
      autoUpgrade: { day: "sunday", startHour: 3 },
      autoscaler: {
        disableScaleDown: false,
        scaleDownDelayAfterAdd: "5m",
        scaleDownUnneededTime: "6m",
        scaleDownUtilizationThreshold: 0.7,
        estimator: "binpacking",
        expander: "least_waste",
        ignoreDaemonsetsUtilization: true,
        balanceSimilarNodeGroups: true,
        expendablePodsPriorityCutoff: -5,
        maxGracefulTerminationSec: 60,
        skipNodesWithLocalStorage: true,
        logLevel: 2,
      },
      openIdConnect: {
        issuerUrl: "https://id.example.com",
        clientId: "kapsule",
        usernameClaim: "email",
        usernamePrefix: "u:",
        groupsClaim: ["groups"],
        groupsPrefix: "g:",
        requiredClaim: ["a=b"],
      },
      featureGates: ["F"],
      admissionPlugins: ["P"],
      apiserverCertSans: ["api.example.com"],
      podCidr: "10.64.0.0/15",
      serviceCidr: "10.96.0.0/20",
      serviceDnsIp: "10.96.0.20",
      deleteAdditionalResources: true,
      upgradePools: true,
      removalPolicy: "destroy",
    });
    const { depends_on: _order, private_network_id: _network, ...attributes } = resource(stack, TYPE);
    expect(attributes).toMatchSnapshot();
    expect(attributes.lifecycle).toBeUndefined();
    expect(attributes.auto_upgrade).toEqual({
      enable: true,
      maintenance_window_day: "sunday",
      maintenance_window_start_hour: 3,
    });
  });

  test("waits for its network, also where it is imported and only the id tells", () => {
    const stack = newStack();
    newCluster(stack);
    expect(orderOf(stack).waits(TYPE, "scaleway_vpc_private_network")).toBe(true);
    const other = newStack();
    newCluster(other, { network: PrivateNetwork.fromPrivateNetworkId(other, "network", "fr-par/x") });
    expect(resource(other, TYPE)).toMatchObject({ private_network_id: "fr-par/x" });
    expect(resource(other, TYPE).depends_on).toBeUndefined();
  });

  test("a network of another stack is no dependency by name", () => {
    const app = newApp();
    const shared = new PrivateNetwork(newStack({}, app, "shared"), "network");
    const stack = newStack({}, app);
    newCluster(stack, { network: shared });
    expect(resource(stack, TYPE).depends_on).toBeUndefined();
  });

  test("exposes what others need", () => {
    const stack = newStack();
    const cluster = newCluster(stack, { region: "fr-par" });
    const { host, clusterCaCertificate, token, configFile } = cluster.kubeconfig;
    const values = [
      cluster.clusterId,
      cluster.clusterUuid,
      cluster.endpoint,
      cluster.wildcardDns,
      host,
      clusterCaCertificate,
      token,
      configFile,
    ];
    values.forEach((value, i) => new TerraformOutput(stack, `o${i}`, { value, sensitive: true }));
    const { output } = synthesize(stack) as unknown as { output: Record<string, { value: string }> };
    const address = /(scaleway_k8s_cluster\.\w+)/.exec(output.o0!.value)![1]!;
    expect(Object.values(output).map(({ value }) => value)).toEqual([
      `\${${address}.id}`,
      `\${element(split("/", ${address}.id), 1)}`,
      `\${${address}.apiserver_url}`,
      `\${${address}.wildcard_dns}`,
      `\${${address}.kubeconfig[0].host}`,
      `\${${address}.kubeconfig[0].cluster_ca_certificate}`,
      `\${${address}.kubeconfig[0].token}`,
      `\${${address}.kubeconfig[0].config_file}`,
    ]);
    expect(cluster).toMatchObject({ version: "1.35.3", region: "fr-par" });
  });

  test("one made elsewhere takes pools, whose group is named after it", () => {
    const stack = newStack();
    const cluster = KapsuleCluster.fromClusterId(stack, "cluster", "fr-par/44444444-4444-4444-4444-444444444444");
    cluster.addPool("default", { nodeType: "DEV1-M", size: 1 });
    expect(resources(stack, TYPE)).toEqual([]);
    expect(resource(stack, "scaleway_k8s_pool").cluster_id).toBe("fr-par/44444444-4444-4444-4444-444444444444");
    expect(resource(stack, "scaleway_instance_security_group").name).toBe(
      "kubernetes 44444444-4444-4444-4444-444444444444",
    );
  });
});

describe("the addresses of a cluster", () => {
  const inNetwork = (subnet: string, overrides: ClusterOverrides = {}) => {
    const stack = newStack();
    return newCluster(stack, { network: new PrivateNetwork(stack, "network", { subnet }), ...overrides });
  };

  test.each([
    ["172.16.0.0/23", {}, "network.subnet", "be a /22 or larger"],
    ["10.32.0.0/22", {}, "serviceCidr", "not overlap the network's subnet, 10.32.0.0/22"],
    ["10.64.0.0/22", { podCidr: "10.64.0.0/15" }, "podCidr", "not overlap the network's subnet"],
    ["172.16.0.0/22", { podCidr: "10.32.0.0/15" }, "podCidr", "not overlap the service CIDR, 10.32.0.0/20"],
    ["172.16.0.0/22", { serviceCidr: "100.64.0.0/20" }, "podCidr", "not overlap the service CIDR, 100.64.0.0/20"],
    ["172.16.0.0/22", { podCidr: "10.64.0.1/15" }, "podCidr", "have no host bits set"],
    ["172.16.0.0/22", { serviceCidr: "10.96/20" }, "serviceCidr", "be an IPv4 block"],
    ["172.16.0.0/22", { serviceDnsIp: "10.33.0.10" }, "serviceDnsIp", "be an address in the service CIDR 10.32.0.0/20"],
    ["172.16.0.0/22", { serviceDnsIp: "dns" }, "serviceDnsIp", "be an address in the service CIDR"],
  ])("in %s with %j, %s must %s", (subnet, overrides, property, requirement) => {
    expectInvalid(() => inNetwork(subnet, overrides), { path: "stack/cluster", property, requirement, suggestion: "" });
  });

  test.each([
    ["172.16.0.0/22", {}],
    ["172.16.0.0/20", {}],
    ["10.32.16.0/22", {}],
    ["10.64.0.0/22", { podCidr: "10.66.0.0/15" }],
    ["172.16.0.0/22", { serviceDnsIp: "10.32.0.10" }],
  ])("%s with %j is fine", (subnet, overrides) => {
    expect(() => inNetwork(subnet, overrides)).not.toThrow();
  });

  test("a small network is fine without a cluster", () => {
    expect(() => new PrivateNetwork(newStack(), "network", { subnet: "172.16.0.0/29" })).not.toThrow();
  });

  test("a known subnet of an imported network is checked, too", () => {
    const stack = newStack();
    const network = PrivateNetwork.fromPrivateNetworkAttributes(stack, "network", {
      privateNetworkId: "fr-par/x",
      subnet: "10.32.0.0/22",
    });
    expectInvalid(() => newCluster(stack, { network }), {
      path: "stack/cluster",
      property: "serviceCidr",
      requirement: "not overlap",
      suggestion: "Move",
    });
  });

  test("tokens pass", () => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network", { subnet: stringToken(stack, "subnet") });
    newCluster(stack, {
      network,
      podCidr: stringToken(stack, "pods"),
      serviceCidr: stringToken(stack, "services"),
      serviceDnsIp: stringToken(stack, "dns"),
    });
    expect(resource(stack, TYPE)).toMatchObject({
      pod_cidr: "${var.pods}",
      service_cidr: "${var.services}",
      service_dns_ip: "${var.dns}",
    });
  });
});

describe("bad input to a cluster", () => {
  test.each([
    ["type", { type: "multicloud" }, '"multicloud"', "takes no Private Network", "Leave type out"],
    [
      "type",
      { type: "multicloud-dedicated-4" },
      '"multicloud-dedicated-4"',
      "takes no Private Network",
      "Leave type out",
    ],
    [
      "type",
      { type: "kapsule-dedicated-5" },
      '"kapsule-dedicated-5"',
      "be one of kapsule, kapsule-dedicated-4",
      "type:",
    ],
    ["cni", { cni: "Cilium" }, '"Cilium"', "be one of cilium", 'cni: "cilium"'],
    ["cni", { cni: undefined }, "undefined", "be given", "Add cni"],
    ["network", { network: null }, "null", "be given", "Add network"],
    ["version", { version: undefined }, "undefined", "be given", "Add version"],
    ["name", { name: "" }, '""', "have 1 to 63 characters", "write it out"],
    ["name", { name: "n".repeat(64) }, undefined, "have 1 to 63 characters", "Shorten it by 1"],
    ["region", { region: "fr-par-1" }, '"fr-par-1"', "be one of fr-par", 'region: "fr-par"'],
    ["tags", { tags: null }, "null", "have a value or be absent", "Leave tags out"],
    [
      "autoUpgrade.startHour",
      { version: "1.35", autoUpgrade: { day: "any", startHour: 24 } },
      "24",
      "from 0 to 23",
      "startHour",
    ],
    [
      "autoUpgrade.startHour",
      { version: "1.35", autoUpgrade: { day: "any", startHour: 1.5 } },
      "1.5",
      "whole number",
      "startHour",
    ],
    [
      "autoUpgrade.day",
      { version: "1.35", autoUpgrade: { day: "funday", startHour: 3 } },
      '"funday"',
      "be one of any, monday",
      "day",
    ],
    [
      "autoUpgrade.startHour",
      { version: "1.35", autoUpgrade: { day: "any" } },
      "undefined",
      "be given",
      "Add autoUpgrade.startHour",
    ],
    ["autoscaler.expander", { autoscaler: { expander: "cheapest" } }, '"cheapest"', "be one of random", "expander"],
    [
      "autoscaler.expander",
      { autoscaler: { expander: null } },
      "null",
      "have a value or be absent",
      "Leave autoscaler.expander out",
    ],
    ["apiAccess", { apiAccess: "203.0.113.0/24" }, '"203.0.113.0/24"', "be an ApiAccess", "ApiAccess.from"],
    ["apiAccess", { apiAccess: ApiAccess.from() }, "[]", "let somebody in", "ApiAccess.nobody()"],
    ["network", { network: "fr-par/1" }, '"fr-par/1"', "with privateNetworkId", "new PrivateNetwork"],
    ["deleteAdditionalResources", { deleteAdditionalResources: "true" }, '"true"', "be true or false", "true"],
    ["upgradePools", { upgradePools: "false" }, '"false"', "be true or false", "true"],
    ["autoscaler.logLevel", { autoscaler: { logLevel: 5 } }, "5", "from 0 to 4", "logLevel"],
    [
      "autoscaler.scaleDownUtilizationThreshold",
      { autoscaler: { scaleDownUtilizationThreshold: 50 } },
      "50",
      "be a share from 0 to 1",
      "0.5",
    ],
    [
      "openIdConnect.clientId",
      { openIdConnect: { issuerUrl: "https://x" } },
      "undefined",
      "be given",
      "Add openIdConnect.clientId",
    ],
    ["openIdConnect", { openIdConnect: "https://x" }, '"https://x"', "be an object with issuerUrl", "openIdConnect: {"],
    [
      "openIdConnect.issuerUrl",
      { openIdConnect: { issuerUrl: "http://id.example.com", clientId: "a" } },
      '"http://id.example.com"',
      "be a URL with https://",
      'issuerUrl: "https://id.example.com"',
    ],
    [
      "openIdConnect.issuerUrl",
      { openIdConnect: { issuerUrl: "id.example.com", clientId: "a" } },
      '"id.example.com"',
      "be a URL with https://",
      'issuerUrl: "https://id.example.com"',
    ],
    [
      "autoscaler.scaleDownDelayAfterAdd",
      { autoscaler: { scaleDownDelayAfterAdd: "ten minutes" } },
      '"ten minutes"',
      "be a duration",
      '"10m"',
    ],
    [
      "autoscaler.scaleDownUnneededTime",
      { autoscaler: { scaleDownUnneededTime: "10" } },
      '"10"',
      "be a duration",
      '"10m"',
    ],
    ["projectId", { projectId: "my-project" }, '"my-project"', "be a UUID", "as the console shows it"],
    ["name", { name: "a\u0007b" }, undefined, "have no control characters", 'name: "a b"'],
    ["name", { name: "  " }, '"  "', "have 1 to 63 characters", "write it out"],
    ["removalPolicy", { removalPolicy: "keep" }, '"keep"', "be one of protect, destroy", "removalPolicy"],
  ])("refuses %s in %j", (property, overrides, value, requirement, suggestion) => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network");
    const props = { network, version: "1.35.3", cni: "cilium", ...overrides };
    expectInvalid(() => new KapsuleCluster(stack, "cluster", untyped(props)), {
      path: "stack/cluster",
      property,
      value,
      requirement,
      suggestion,
    });
  });

  test.each([[undefined], [null], ["props"]])("refuses %p for props", (props) => {
    const act = () => new KapsuleCluster(newStack(), "cluster", untyped(props));
    expectInvalid(act, {
      path: "stack/cluster",
      property: "props",
      requirement: "be an object with network, cni, version",
      suggestion: "third argument",
    });
  });

  test("tokens pass", () => {
    const stack = newStack();
    const text = (id: string) => untyped<never>(stringToken(stack, id));
    newCluster(stack, {
      type: text("type"),
      cni: text("cni"),
      name: text("name"),
      region: text("region"),
      version: text("version"),
    });
    expect(resource(stack, TYPE)).toMatchObject({
      type: "${var.type}",
      cni: "${var.cni}",
      name: "${var.name}",
      region: "${var.region}",
      version: "${var.version}",
    });
  });
});

describe("deleteAdditionalResources", () => {
  test("is fine with a network of the stack", () => {
    const stack = newStack();
    newCluster(stack, { deleteAdditionalResources: true });
    expect(resource(stack, TYPE).delete_additional_resources).toBe(true);
  });

  test("is refused with an imported network, which it would delete", () => {
    const stack = newStack();
    const network = PrivateNetwork.fromPrivateNetworkId(stack, "network", "fr-par/x");
    expectInvalid(() => newCluster(stack, { network, deleteAdditionalResources: true }), {
      path: "stack/cluster",
      property: "deleteAdditionalResources",
      value: "true",
      requirement: "be false with a network that this stack does not own",
      suggestion: "Leave it out",
    });
  });

  test("is refused with a network of another stack", () => {
    const app = newApp();
    const network = new PrivateNetwork(newStack({}, app, "shared"), "network");
    const stack = newStack({}, app);
    expect(() => newCluster(stack, { network, deleteAdditionalResources: true })).toThrow("does not own");
    expect(() => newCluster(newStack({}, app, "third"), { network })).not.toThrow();
  });
});

describe("regions", () => {
  test.each([
    [{ region: "nl-ams" as const }, { region: "fr-par" as const }, "nl-ams", "fr-par"],
    [{}, { region: "nl-ams" as const }, "fr-par", "nl-ams"],
    [{ region: "nl-ams" as const }, {}, "nl-ams", "fr-par"],
  ])("a cluster with %j cannot join a network with %j", (own, of, region, other) => {
    const stack = newStack();
    newCluster(stack, { ...own, network: new PrivateNetwork(stack, "network", of) });
    expect(() => synthesize(stack)).toThrow(
      `[stack/cluster] network is "stack/network"; it must lie where stack/cluster does, in ${region}, but it lies in ${other}`,
    );
  });

  test.each([
    [{}, {}],
    [{ region: "fr-par" as const }, {}],
    [{}, { region: "fr-par" as const }],
  ])("a cluster with %j joins a network with %j", (own, of) => {
    const stack = newStack();
    newCluster(stack, { ...own, network: new PrivateNetwork(stack, "network", of) });
    expect(() => synthesize(stack)).not.toThrow();
  });

  test("an unknown provider region is not guessed", () => {
    const stack = newStack({});
    newCluster(stack, { region: "nl-ams", network: new PrivateNetwork(stack, "network") });
    expect(() => synthesize(stack)).not.toThrow();
  });
});

describe("the version of a pool", () => {
  const withPool = (version: string, cluster: object) => {
    const stack = newStack();
    newCluster(stack, cluster).addPool("workers", { nodeType: "DEV1-M", size: 1, version });
    return problemsOf(stack);
  };
  const minor = { version: "1.35", autoUpgrade: { day: "any", startHour: 3 } };

  test.each([
    ["1.35.4", { version: "1.35.3" }, "1.35.3"],
    ["1.36.0", { version: "1.35.3" }, "1.35.3"],
    ["1.36.0", minor, "1.35"],
    ["2.0.0", minor, "1.35"],
  ])("%s is refused with %j", (version, cluster, than) => {
    expect(withPool(version, cluster)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^scaleway_k8s_pool.cluster_workers_\\w+ has version ${version}, and its cluster ${than}\\. .* \\[version-ahead\\]$`,
        ),
      ),
    ]);
  });

  test.each([
    ["1.35.3", { version: "1.35.3" }],
    ["1.32.9", { version: "1.35.3" }],
    ["1.35.9", minor],
  ])("%s is fine with %j", (version, cluster) => {
    expect(withPool(version, cluster)).toEqual([]);
  });
});

test("a pool of another stack is not newer than its cluster either", () => {
  const stack = newStack();
  const cluster = newCluster(stack, { version: "1.35.3" });
  const other = new TerraformStack(App.of(stack), "pools");
  new NodePool(other, "workers", { cluster, nodeType: "DEV1-M", size: 1, version: "1.36.0" });
  expect(() => synthesize(stack)).toThrow(
    'version of pools/workers is "1.36.0"; it must not be newer than the cluster\'s, 1.35.3',
  );
});

describe("upgradePools", () => {
  test("false requires the version of each pool", () => {
    const stack = newStack();
    const cluster = newCluster(stack, { upgradePools: false });
    cluster.addPool("a", { nodeType: "DEV1-M", size: 1 });
    cluster.addPool("b", { nodeType: "DEV1-M", size: 1, version: "1.35.2" });
    expect(() => synthesize(stack)).toThrow(/\[stack\/cluster\] version of stack\/cluster\/a(?![\s\S]*cluster\/b)/);
  });

  test("by default pools follow the cluster", () => {
    const stack = newStack();
    newCluster(stack).addPool("a", { nodeType: "DEV1-M", size: 1 });
    expect(resource(stack, TYPE).upgrade_pools).toBeUndefined();
  });
});

describe("the id of a pool", () => {
  test.each(["", "Resource", "ApiAccess", "SecurityGroup", "SecurityGroup-fr-par-2", "taken", 1, undefined])(
    "is not %p",
    (id) => {
      const cluster = newCluster(newStack());
      cluster.addPool("taken", { nodeType: "DEV1-M", size: 1 });
      expectInvalid(() => cluster.addPool(id as string, { nodeType: "DEV1-M", size: 1 }), {
        path: "stack/cluster",
        property: "pool id",
        value: id === undefined ? "undefined" : JSON.stringify(id),
        requirement: "no other pool",
        suggestion: 'addPool("workers"',
      });
    },
  );

  test("may be like that of a part of the cluster", () => {
    const cluster = newCluster(newStack());
    expect(() => cluster.addPool("resource", { nodeType: "DEV1-M", size: 1 })).not.toThrow();
  });
});

describe("versions of Kubernetes", () => {
  test.each([
    ["1.35", undefined, "be a patch version x.y.z without autoUpgrade", "add autoUpgrade"],
    ["1.35.3", { day: "any", startHour: 3 }, "be a minor version x.y", 'version: "1.35"'],
    ["latest", undefined, "be a patch version x.y.z", "KubernetesVersion.latest"],
    ["latest", { day: "any", startHour: 3 }, "be a minor version x.y", "KubernetesVersion.latest"],
    ["v1.35.3", undefined, 'have no leading "v"', 'version: "1.35.3"'],
    ["v1.35", { day: "any", startHour: 3 }, 'have no leading "v"', 'version: "1.35"'],
    ["1", undefined, "be a patch version x.y.z", '"1.35.3"'],
    ["1.35.3.4", undefined, "be a patch version x.y.z", '"1.35.3"'],
    ["1.035.3", undefined, "be a patch version x.y.z", '"1.35.3"'],
    ["1.035", { day: "any", startHour: 3 }, "be a minor version x.y", '"1.35"'],
    ["", undefined, "be a patch version x.y.z", '"1.35.3"'],
    ["1.x", { day: "any", startHour: 3 }, "be a minor version x.y", '"1.35"'],
  ])("%p with autoUpgrade %j must %s", (version, autoUpgrade, requirement, suggestion) => {
    expectInvalid(() => newCluster(newStack(), { version, autoUpgrade }), {
      path: "stack/cluster",
      property: "version",
      value: JSON.stringify(version),
      requirement,
      suggestion,
    });
  });

  test("a number is no version", () => {
    expectInvalid(() => newCluster(newStack(), { version: 1.35 }), {
      path: "stack/cluster",
      property: "version",
      value: "1.35",
      requirement: "x.y.z",
      suggestion: "1.35.3",
    });
  });

  test.each([
    ["1.35.3", undefined],
    ["1.35", { day: "monday", startHour: 0 }],
    ["1.35", { day: "any", startHour: 23 }],
  ])("%p with autoUpgrade %j is fine", (version, autoUpgrade) => {
    const stack = newStack();
    newCluster(stack, { version, autoUpgrade });
    expect(resource(stack, TYPE).version).toBe(version);
  });

  test("the newest one is looked up, and said to float", () => {
    const stack = newStack();
    const version = KubernetesVersion.latest(stack, "latest", { region: "fr-par" });
    newCluster(stack, { version });
    expect(Object.values(synthesize(stack).data!.scaleway_k8s_version!)[0]).toMatchObject({
      name: "latest",
      region: "fr-par",
    });
    expect(resource(stack, TYPE).version).toMatch(/^\$\{data\.scaleway_k8s_version\.latest_\w+\.name\}$/);
    expect(version.node.metadata).toContainEqual(expect.objectContaining({ data: expect.stringContaining("floats") }));
  });

  test("the newest one excludes auto upgrade", () => {
    const stack = newStack();
    const version = KubernetesVersion.latest(stack, "latest");
    expectInvalid(() => newCluster(stack, { version, autoUpgrade: { day: "any", startHour: 3 } }), {
      path: "stack/cluster",
      property: "autoUpgrade",
      requirement: "be absent with the newest version",
      suggestion: '"1.35"',
    });
  });
});

describe("API access", () => {
  const acl = (access?: ApiAccess) => {
    const stack = newStack();
    newCluster(stack, { apiAccess: access });
    return { stack, rules: resources(stack, "scaleway_k8s_acl") };
  };

  test("is left open, with a warning, by default", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    expect(resources(stack, "scaleway_k8s_acl")).toEqual([]);
    expect(cluster.node.metadata).toContainEqual(
      expect.objectContaining({ data: expect.stringContaining("open to the whole internet") }),
    );
  });

  test("is limited to the stated blocks", () => {
    const { rules } = acl(ApiAccess.from("203.0.113.0/24", { cidr: "198.51.100.7/32", description: "vpn" }));
    expect(rules[0]!.acl_rules).toEqual([{ ip: "203.0.113.0/24" }, { ip: "198.51.100.7/32", description: "vpn" }]);
    expect(dependsOn(rules[0]!)).toEqual(["scaleway_k8s_cluster.cluster"]);
  });

  test("adds lists together", () => {
    expect(() => ApiAccess.nobody().and(undefined!)).toThrow("takes another ApiAccess");
    const { rules } = acl(ApiAccess.from("203.0.113.0/24").and(ApiAccess.fromScaleway("pipelines")));
    expect(rules[0]!.acl_rules).toEqual([
      { ip: "203.0.113.0/24" },
      { scaleway_ranges: true, description: "pipelines" },
    ]);
  });

  test("is open to everybody only when asked for by name", () => {
    expect(acl(ApiAccess.fromAnywhere()).rules[0]!.acl_rules).toEqual([{ ip: "0.0.0.0/0", description: "anywhere" }]);
    expectInvalid(() => acl(ApiAccess.from("0.0.0.0/0")), {
      path: "stack/cluster",
      property: "apiAccess",
      value: '"0.0.0.0/0"',
      requirement: "be a part of the internet",
      suggestion: "ApiAccess.fromAnywhere()",
    });
  });

  test("can be closed", () => {
    const { rules } = acl(ApiAccess.nobody());
    expect(rules[0]).toMatchObject({ no_ip_allowed: true });
    expect(rules[0]!.acl_rules).toBeUndefined();
  });

  test.each([
    ["203.0.113.7", 'Did you mean "203.0.113.7/32"?'],
    ["203.0.113.7/24", 'Did you mean "203.0.113.0/24"?'],
    ["office", "172.16.0.0/22"],
  ])("refuses the block %p", (cidr, suggestion) => {
    expectInvalid(() => acl(ApiAccess.from(cidr)), {
      path: "stack/cluster",
      property: "apiAccess",
      value: `"${cidr}"`,
      requirement: "",
      suggestion,
    });
  });

  test("a token passes", () => {
    const stack = newStack();
    newCluster(stack, { apiAccess: ApiAccess.from(stringToken(stack)) });
    expect(resource(stack, "scaleway_k8s_acl").acl_rules).toEqual([{ ip: "${var.text}" }]);
  });

  test("has the region of the cluster", () => {
    const stack = newStack();
    newCluster(stack, { region: "fr-par", apiAccess: ApiAccess.fromScaleway() });
    expect(resource(stack, "scaleway_k8s_acl").region).toBe("fr-par");
  });
});
