import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack } from "cdktf";

import { ApiAccess } from "../../lib/access/api-access";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { approvalIn, paste } from "./paste";
import { guardedProject } from "./support";

const { lockFile, newApp, printed, stopped } = guardedProject();

function synth(apiAccess: ApiAccess, adapt: (stack: TerraformStack) => void = () => undefined): void {
  const app = newApp();
  const stack = new TerraformStack(app, "platform");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  const network = new PrivateNetwork(stack, "network");
  new KapsuleCluster(stack, "cluster", { network, version: "1.35.3", cni: "cilium", apiAccess });
  RecreationGuard.of(stack, { lockFile: lockFile() });
  adapt(stack);
  app.synth();
}

beforeEach(() => {
  synth(ApiAccess.from("203.0.113.0/24"));
});

test("an API that is opened to everybody stops the synth until the line that is printed is pasted", () => {
  const message = stopped(() => {
    synth(ApiAccess.fromAnywhere());
  });
  expect(message).toContain("will be opened");
  const line = approvalIn(message);
  expect(line).toContain(".allowOpening({ resource: ");
  synth(ApiAccess.fromAnywhere(), (stack) => {
    paste(line, stack);
  });
  expect(printed.join("\n")).toContain("will be opened, which was approved:\n    opening for acl_rules of ");
});

test("one whose list grows by an office does not", () => {
  expect(() => {
    synth(ApiAccess.from("203.0.113.0/24", "198.51.100.0/24"));
  }).not.toThrow();
});

test("an approval of another opening, or of a replacement, does not accept it", () => {
  const line = approvalIn(
    stopped(() => {
      synth(ApiAccess.fromAnywhere());
    }),
  );
  for (const wrong of [line.replace("acl_rules", "acl"), line.replace("allowOpening", "allowReplacement")]) {
    stopped(() => {
      synth(ApiAccess.fromAnywhere(), (stack) => {
        paste(wrong, stack);
      });
    });
  }
});

test("an approval needs a reason", () => {
  expect(() => {
    synth(ApiAccess.fromAnywhere(), (stack) => {
      RecreationGuard.of(stack).allowOpening({ resource: "a.b", attribute: "x", reason: " " });
    });
  }).toThrow("allowOpening reason");
});
