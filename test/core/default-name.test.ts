import { Testing } from "cdktf";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";

import { defaultName } from "../../lib/core/default-name";

test("a default name is the construct's path, with hyphens, and what is below it", () => {
  const stack = new TerraformStack(Testing.app(), "platform");
  const inner = new Construct(new Construct(stack, "data"), "volume");
  expect(defaultName(inner)).toBe("platform-data-volume");
  expect(defaultName(inner, "nightly")).toBe("platform-data-volume-nightly");
});
