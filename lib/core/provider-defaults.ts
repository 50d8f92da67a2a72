import { TerraformProvider, TerraformStack } from "cdktf";
import { IConstruct } from "constructs";

import { isToken } from "./check";

/** Region and zone that a resource without its own gets from the default Scaleway provider. */
export interface ProviderDefaults {
  /** Undefined where it is not stated in the configuration. */
  readonly region?: string;
  /** Undefined where it is not stated in the configuration. */
  readonly zone?: string;
}

/**
 * Reads the provider block that applies to a construct. Call it at synth, when the stack is complete.
 *
 * Only the children of the scopes above the construct are looked at: that is where providers stand, and a search of
 * the whole stack for every pool would make synth quadratic.
 */
export function providerDefaults(scope: IConstruct): ProviderDefaults {
  const stack = TerraformStack.of(scope);
  const scopes = scope.node.scopes.slice(scope.node.scopes.indexOf(stack));
  for (const ancestor of scopes.reverse()) {
    for (const child of ancestor.node.children) {
      if (!TerraformProvider.isTerraformProvider(child)) continue;
      if (child.terraformResourceType !== "scaleway" || child.alias !== undefined) continue;
      const { region, zone } = child as { region?: string; zone?: string };
      return { region: known(region), zone: known(zone) };
    }
  }
  return {};
}

function known(value: string | undefined): string | undefined {
  return isToken(value) ? undefined : value;
}
