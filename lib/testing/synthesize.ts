import { type TerraformStack, Testing } from "cdktf";

/** Assets are in folders that are named after a digest of their content. */
const assetDigest = /(assets\/[^/]+\/)[0-9A-Fa-f]{32}/g;

/**
 * The Terraform JSON of a stack for assertions and snapshots: sorted, and without what drifts although nobody edited
 * the stack, which are metadata, the path of the local state, versions of providers and digests of assets.
 *
 * @throws Error what the validations of the stack say
 */
export function synthesize(stack: TerraformStack): Record<string, unknown> {
  const configuration = JSON.parse(Testing.synth(stack, true)) as Record<string, unknown>;
  const terraform = (configuration.terraform ?? {}) as {
    backend?: { local?: unknown };
    required_providers?: Record<string, { version?: unknown }>;
  };
  if (terraform.backend?.local !== undefined) delete terraform.backend;
  for (const provider of Object.values(terraform.required_providers ?? {})) delete provider.version;
  return JSON.parse(JSON.stringify(configuration).replaceAll(assetDigest, "$1<digest>")) as Record<string, unknown>;
}
