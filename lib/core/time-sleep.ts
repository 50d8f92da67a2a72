import { TerraformResource, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** Older ones have no `create_duration`. */
const PROVIDER = { source: "hashicorp/time", version: ">= 0.9.0, < 1.0.0" };

/**
 * Waits for a time once something is there. The provider is only required: it takes no settings, and a stack may have a
 * provider block of its own for it.
 *
 * Source: `time_sleep` of the provider hashicorp/time.
 */
export class TimeSleep extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    /** How long, such as `15s`. */
    private readonly duration: string,
  ) {
    super(scope, id, { terraformResourceType: "time_sleep" });
    TerraformStack.of(this).addOverride("terraform.required_providers.time", PROVIDER);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { create_duration: this.duration };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return {
      create_duration: { value: this.duration, isBlock: false, type: "simple", storageClassType: "string" },
    };
  }
}
