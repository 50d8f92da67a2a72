import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack } from "cdktf";

import { NodeSecurityGroup } from "../../lib/cluster/node-security-group";
import { providerDefaults } from "../../lib/core/provider-defaults";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { newApp, newCluster, newStack, stringToken, synthesize, untyped } from "../support/stack";

describe("providerDefaults", () => {
  test("are those of the provider without an alias, wherever it stands", () => {
    const stack = new TerraformStack(newApp(), "stack");
    new ScalewayProvider(stack, "ams", { alias: "ams", region: "nl-ams", zone: "nl-ams-1" });
    const network = new PrivateNetwork(stack, "network");
    expect(providerDefaults(network)).toEqual({});
    new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-2" });
    expect(providerDefaults(network)).toEqual({ region: "fr-par", zone: "fr-par-2" });
  });

  test("are unknown where they are tokens", () => {
    const stack = new TerraformStack(newApp(), "stack");
    new ScalewayProvider(stack, "scaleway", { region: stringToken(stack), zone: "fr-par-1" });
    expect(providerDefaults(new PrivateNetwork(stack, "network"))).toEqual({ region: undefined, zone: "fr-par-1" });
  });
});

describe("zones of groups", () => {
  test("that are known only when Terraform runs fit every pool", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    const zone = untyped<never>(stringToken(stack));
    const securityGroup = new NodeSecurityGroup(stack, "group", { cluster, zone });
    cluster.addPool("workers", { nodeType: "DEV1-M", size: 1, zone: "fr-par-1", securityGroup });
    expect(() => synthesize(stack)).not.toThrow();
  });

  test("are checked for imported groups, too", () => {
    const act = () => NodeSecurityGroup.fromSecurityGroupId(newStack(), "group", "fr-par-1/1", untyped("paris"));
    expect(act).toThrow('stack/group: zone is "paris"; it must be one of fr-par-1');
  });
});
