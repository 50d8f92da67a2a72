import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

import { InvalidPropertyError } from "../core";

const REVISION = /^(?:latest|latest_enabled|[1-9]\d*)$/;

/** What of a secret an ephemeral value is read by. */
interface SecretReference extends IConstruct {
  readonly secretId: string;
  readonly region?: string;
}

/**
 * Reads a version of a secret while Terraform runs. CDKTF has no construct for ephemeral resources, so that the block is an
 * override of the stack.
 *
 * Source: ephemeral `scaleway_secret_version`.
 */
export function ephemeralSecretValue(secret: SecretReference, revision = "latest"): string {
  if (typeof (revision as unknown) !== "string" || !REVISION.test(revision)) {
    throw new InvalidPropertyError(secret, {
      property: "revision",
      value: revision,
      requirement: "be the number of a version, latest or latest_enabled",
      suggestion: 'Write, for example, ephemeralValue("1").',
    });
  }
  const stack = TerraformStack.of(secret);
  const name = `${stack.getLogicalId(secret.node)}_${revision}`;
  stack.addOverride(`ephemeral.scaleway_secret_version.${name}`, {
    secret_id: secret.secretId,
    revision,
    ...(secret.region === undefined ? {} : { region: secret.region }),
  });
  return `\${ephemeral.scaleway_secret_version.${name}.data}`;
}
