import { App, TerraformResource, type TerraformStack } from "cdktf";
import * as cdktn from "cdktn";

import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { guardedProject } from "./support";

const { newApp, addPlatform } = guardedProject();

/** The fork that is not under test: this file runs with both. */
const other =
  (cdktn.App as unknown) === App ? jest.requireActual<typeof cdktn>("../../node_modules/cdktf/lib/index.js") : cdktn;

const foreignStack = () => new other.TerraformStack(new other.App(), "platform") as unknown as TerraformStack;

describe("a stack of the other fork", () => {
  test("is refused by the first construct, with what to install instead", () => {
    const stack = foreignStack();
    expect(() => new PrivateNetwork(stack, "network")).toThrow(
      "platform: this stack is of another copy of cdktf than cdktf-scaleway-kapsule, or of cdktn. " +
        "Keep one copy of cdktf (npm ls cdktf shows all); for stacks of cdktn, install cdktn-scaleway-kapsule.",
    );
  });

  test("is refused by the guard alone, too", () => {
    expect(() => RecreationGuard.of(foreignStack())).toThrow("another copy of cdktf");
  });
});

describe("an element in a guarded stack", () => {
  const appWith = (Resource: typeof TerraformResource) => {
    const app = newApp();
    new Resource(addPlatform(app, "platform"), "vpc", { terraformResourceType: "scaleway_vpc" });
    return app;
  };

  test("of the other fork stops the synth, with its path", () => {
    const app = appWith(other.TerraformResource as unknown as typeof TerraformResource);
    expect(() => {
      app.synth();
    }).toThrow(/^platform\/vpc: this TerraformResource is made for cdktn, and the stack is of cdktf\./);
  });

  test("of the same fork does not", () => {
    const app = appWith(TerraformResource);
    expect(() => {
      app.synth();
    }).not.toThrow();
  });
});
