import { Secret as SecretResource } from "@cdktf/provider-scaleway/lib/secret";
import type { SecretVersion } from "@cdktf/provider-scaleway/lib/secret-version";
import { Construct } from "constructs";

import {
  checkName,
  checkProps,
  checkRegion,
  checkUuid,
  copyOf,
  lifecycleOf,
  type Region,
  regionOfId,
  type RemovalPolicy,
  SHAPES,
} from "../core";
import { attachGuard, importAs } from "../guard";
import { ephemeralSecretValue } from "./ephemeral-value";
import type { ISecret } from "./i-secret";
import { type SecretVersionOptions, storeSecretVersion } from "./secret-version";

/** Properties of a {@link Secret}. */
export interface SecretProps {
  /** Unique within its path. */
  readonly name: string;
  /** Folder of the secret, such as `/platform`. @default "/" */
  readonly path?: string | undefined;
  /** @default - none */
  readonly description?: string | undefined;
  /** Whether Scaleway refuses to delete it. @default false */
  readonly protected?: boolean | undefined;
  /** Immutable. @default - the provider's region */
  readonly region?: Region | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/**
 * A secret of Secret Manager, whose values are written and read without being in a state.
 *
 * Source: `scaleway_secret`, `scaleway_secret_version`.
 *
 * @example
 * ```typescript
 * const secret = new Secret(stack, "database-password", { name: "database-password" });
 * secret.addVersion("current", password);
 * ```
 */
export class Secret extends Construct implements ISecret {
  /** Refers to a secret that is not made in this stack, by its regional id. */
  public static fromSecretId(scope: Construct, id: string, secretId: string): ISecret {
    return new ImportedSecret(scope, id, secretId);
  }

  public readonly region?: string;
  /** The underlying resource, for what has no property here. */
  public readonly resource: SecretResource;
  private id?: string;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: SecretProps) {
    super(scope, id);
    checkProps(this, props, SHAPES.SecretProps);
    checkName(this, "name", props.name);
    checkRegion(this, props.region);
    checkUuid(this, "projectId", props.projectId);
    attachGuard(this);
    const { removalPolicy, tags, ...attributes } = props;
    this.region = props.region;
    this.resource = new SecretResource(this, "Resource", {
      ...attributes,
      tags: copyOf(tags),
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
  }

  public get secretId(): string {
    return (this.id ??= this.resource.id);
  }

  /**
   * Stores a value as a version of the secret. It is write-only: neither the state nor a plan holds it.
   *
   * @param value A reference to a variable, an ephemeral value or an attribute of another resource.
   * @throws InvalidPropertyError when an option is out of its bounds
   */
  public addVersion(id: string, value: string, options: SecretVersionOptions = {}): SecretVersion {
    return storeSecretVersion(this, id, this, value, options);
  }

  public ephemeralValue(revision?: string): string {
    return ephemeralSecretValue(this, revision);
  }
}

class ImportedSecret extends Construct implements ISecret {
  public readonly region?: string;

  constructor(
    scope: Construct,
    id: string,
    public readonly secretId: string,
  ) {
    super(scope, id);
    checkProps(this, { secretId }, { types: { secretId: "string" }, required: ["secretId"] });
    this.region = regionOfId(secretId);
  }

  public ephemeralValue(revision?: string): string {
    return ephemeralSecretValue(this, revision);
  }
}
