import { TerraformProvider, type TerraformStack } from "cdktf";

import { checkUuid } from "./check";
import { InvalidPropertyError } from "./invalid-property";
import { checkRegion, checkZone } from "./locality";

/** The settings of a Scaleway provider that others inherit. */
interface ScalewayProvider extends TerraformProvider {
  readonly region?: string;
  readonly zone?: string;
  readonly projectId?: string;
  readonly organizationId?: string;
}

/** What is wrong with the Scaleway providers of a stack; Terraform tells it only when the provider runs. */
export function providerErrors(stack: TerraformStack): string[] {
  return stack.node
    .findAll()
    .filter((node) => TerraformProvider.isTerraformProvider(node))
    .filter((node) => node.terraformResourceType === "scaleway")
    .flatMap((provider) =>
      errorOf(() => {
        checkProvider(provider);
      }),
    );
}

function checkProvider(provider: ScalewayProvider): void {
  checkRegion(provider, provider.region);
  // The provider takes a zone of another region than its own, so that is left to what inherits both.
  checkZone(provider, provider.zone, undefined);
  checkUuid(provider, "projectId", provider.projectId);
  checkUuid(provider, "organizationId", provider.organizationId);
}

function errorOf(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof InvalidPropertyError) return [error.message];
    throw error;
  }
}
