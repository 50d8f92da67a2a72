import { readFileSync } from "node:fs";

import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { RdbReadReplica } from "@cdktf/provider-scaleway/lib/rdb-read-replica";
import { TerraformStack } from "cdktf";

import { InvalidConfigurationError } from "../../lib/guard/invalid-configuration-error";
import { PlatformCheckError } from "../../lib/guard/platform-check-error";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { Vpc } from "../../lib/vpc/vpc";
import { guardedProject } from "./support";

const { newApp, lockFile, stopped } = guardedProject();

/** The line of this file that has a text. */
const lineOf = (text: string): string => {
  const lines = readFileSync(__filename, "utf8").split("\n");
  return `test/guard/locations.test.ts:${lines.findIndex((line) => line.includes(text)) + 1}`;
};

/** What synthesizes a stack with a network. */
function platform(
  subnet: string,
  adapt: (network: PrivateNetwork, stack: TerraformStack) => void = () => undefined,
): () => void {
  const app = newApp();
  const stack = new TerraformStack(app, "platform");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  const network = new PrivateNetwork(stack, "network", { subnet }); // the network
  RecreationGuard.of(stack, { lockFile: lockFile() });
  adapt(network, stack);
  return () => {
    app.synth();
  };
}

test("a finding names the line of the program that makes its construct", () => {
  platform("172.16.0.0/22")();
  const message = stopped(platform("172.16.4.0/22"));
  expect(message).toContain(`(construct platform/network/Resource)\n    ${lineOf("// the network")}\n`);
});

test("what is gone has no line", () => {
  platform("172.16.0.0/22", (_, stack) => new Vpc(stack, "gone"))();
  const message = stopped(platform("172.16.0.0/22"));
  expect(message).toContain("scaleway_vpc.gone");
  expect(message).not.toContain("locations.test.ts");
});

test("an argument that the provider refuses names it, too", () => {
  const message = stopped(() => {
    platform("172.16.0.0/22", ({ resource }) => {
      resource.addOverride("tags", 7);
    })();
  }, InvalidConfigurationError);
  expect(message).toContain(
    `\n  ${lineOf("// the network")}: platform/network/Resource (scaleway_vpc_private_network.`,
  );
});

test("a mistake in a resource of the program's own has no line, as nobody told it", () => {
  const message = stopped(() => {
    platform("172.16.0.0/22", (_, stack) => {
      new RdbReadReplica(stack, "replica", { instanceId: "fr-par/1" });
    })();
  }, PlatformCheckError);
  expect(message).toContain("\n  platform/replica (scaleway_rdb_read_replica.replica) has no endpoint");
});

test("a mistake in a construct names the line of that", () => {
  const message = stopped(() => {
    platform("172.16.0.0/22", (network) => {
      new RdbReadReplica(network, "replica", { instanceId: "fr-par/1" });
    })();
  }, PlatformCheckError);
  expect(message).toContain(`\n  ${lineOf("// the network")}: platform/network/replica (`);
});
