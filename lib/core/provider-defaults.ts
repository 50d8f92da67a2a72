import { TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

import { isToken } from "./check";

/** Region and zone that a resource without its own gets from the default Scaleway provider. */
interface ProviderDefaults {
  /** Undefined where it is not in the configuration. */
  readonly region?: string;
  /** Undefined where it is not in the configuration. */
  readonly zone?: string;
}

/** A stack has at most one default provider, and every pool asks for it several times in a synth. */
const found = new WeakMap<TerraformStack, ProviderDefaults>();

/**
 * Reads the provider block that applies to a construct. Call it at synth, when the stack is complete.
 *
 * Only the children of the scopes above the construct are looked at, which is where providers stand.
 */
export function providerDefaults(scope: IConstruct): ProviderDefaults {
  const stack = TerraformStack.of(scope);
  const provider = found.get(stack) ?? findProvider(scope, stack);
  if (provider === undefined) return {};
  found.set(stack, provider);
  return { region: known(provider.region), zone: known(provider.zone) };
}

function findProvider(scope: IConstruct, stack: TerraformStack): ProviderDefaults | undefined {
  const scopes = scope.node.scopes.slice(scope.node.scopes.indexOf(stack));
  const provider: object | undefined = scopes
    .reverse()
    .flatMap((ancestor) => ancestor.node.children)
    .filter((child) => TerraformProvider.isTerraformProvider(child))
    .find((child) => child.terraformResourceType === "scaleway" && child.alias === undefined);
  return provider;
}

function known(value: string | undefined): string | undefined {
  return isToken(value) ? undefined : value;
}
