import { SecretVersion } from "@cdktf/provider-scaleway/lib/secret-version";
import type { Construct } from "constructs";

import { checkInteger, checkProps, dependOn, SHAPES } from "../core";
import type { ISecret } from "./i-secret";
import { checkSecretReference } from "./secret-reference";

/** What a version of a secret takes. */
export interface SecretVersionOptions {
  /** Raise it to store a changed value, since Terraform cannot see that it changed: a version is made anew. @default 1 */
  readonly version?: number | undefined;
  /** @default - none */
  readonly description?: string | undefined;
}

/**
 * Stores a value as a version of a secret, from whatever scope.
 *
 * @throws InvalidPropertyError for a value that is written out, and when an option is out of its bounds
 */
export function storeSecretVersion(
  scope: Construct,
  id: string,
  secret: ISecret,
  value: string,
  options: SecretVersionOptions = {},
): SecretVersion {
  checkProps(scope, options, { ...SHAPES.SecretVersionOptions, within: "options" });
  const { version = 1, description } = options;
  checkSecretReference(scope, "value", value);
  checkInteger(scope, "version", version, { min: 1 });
  const resource = new SecretVersion(scope, id, {
    secretId: secret.secretId,
    region: secret.region,
    description,
    dataWo: value,
    dataWoVersion: version,
    // Another version of the value is another resource: the old one has to be there until the new one is.
    lifecycle: { createBeforeDestroy: true },
  });
  dependOn(resource, secret);
  return resource;
}
