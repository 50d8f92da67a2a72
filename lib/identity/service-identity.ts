import { IamApiKey } from "@cdktf/provider-scaleway/lib/iam-api-key";
import { IamApplication } from "@cdktf/provider-scaleway/lib/iam-application";
import { IamPolicy } from "@cdktf/provider-scaleway/lib/iam-policy";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import type { PermissionSet } from "kapsule-guard/provider";

import {
  addressOf,
  checkConstruct,
  checkName,
  checkProps,
  checkTime,
  checkUuid,
  copyOf,
  defaultName,
  InvalidPropertyError,
  SHAPES,
} from "../core";
import { attachGuard } from "../guard";
import { type ISecret, storeSecretVersion } from "../secret";
import { addressCondition, type KeyAddresses } from "./address-condition";
import { checkPermissionSets, lacksOrganization, rulesOf } from "./permission-scope";

/** Properties of a {@link ServiceIdentity}. */
export interface ServiceIdentityProps {
  /** What it may do. */
  readonly permissionSets: readonly PermissionSet[];
  /** The project in which it may do so; its key works in Object Storage of that project alone. */
  readonly projectId: string;
  /** For sets that are granted in an organization, such as `IAMReadOnly`. @default - none */
  readonly organizationId?: string | undefined;
  /**
   * From where its key may be used: the egress of a network binds it to the nodes behind it.
   *
   * @default - from everywhere
   */
  readonly allowFrom?: KeyAddresses | undefined;
  /** When the key ends, as an RFC 3339 time. Another time makes another key. @default - never */
  readonly expiresAt?: string | undefined;
  /** A secret that the key is stored in, as JSON with `access_key` and `secret_key`. @default - none */
  readonly storeIn?: ISecret | undefined;
  /** @default - the construct's path, with hyphens */
  readonly name?: string | undefined;
  /** @default - none */
  readonly description?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
}

/**
 * Who a workload is to Scaleway: an IAM application, a policy and an API key. Kapsule has no identity of pods, so that workloads
 * which call Scaleway's API need a key; give each its own, with as little as it needs.
 *
 * The key is in the state of the stack. A new one is made before the old one goes.
 *
 * Source: `scaleway_iam_application`, `scaleway_iam_policy`, `scaleway_iam_api_key`.
 *
 * @example
 * ```typescript
 * new ServiceIdentity(stack, "backup", {
 *   permissionSets: ["ObjectStorageObjectsWrite"],
 *   projectId: "11111111-1111-1111-1111-111111111111",
 * });
 * ```
 */
export class ServiceIdentity extends Construct {
  /** The application, for what has no property here. */
  public readonly application: IamApplication;
  /** What it may do, for what has no property here. */
  public readonly policy: IamPolicy;
  /** The key, for what has no property here. */
  public readonly key: IamApiKey;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: ServiceIdentityProps) {
    super(scope, id);
    this.check(props);
    attachGuard(this);
    const { permissionSets, projectId, organizationId, description, expiresAt, storeIn } = props;
    const name = props.name ?? defaultName(this);
    const condition = addressCondition(this, props.allowFrom);
    const tags = copyOf(props.tags);
    this.application = new IamApplication(this, "Application", { name, description, tags });
    this.policy = new IamPolicy(this, "Policy", {
      name,
      description,
      tags,
      applicationId: this.application.id,
      rule: rulesOf(permissionSets, { projectIds: [projectId], organizationId, condition }),
    });
    this.key = new IamApiKey(this, "Key", {
      applicationId: this.application.id,
      defaultProjectId: projectId,
      description: description ?? name,
      expiresAt,
      lifecycle: { createBeforeDestroy: true },
    });
    // A key without its policy could do nothing yet.
    this.key.dependsOn = [addressOf(this.policy)];
    if (storeIn !== undefined) this.store(storeIn);
  }

  /** Public part of the key. */
  public get accessKey(): string {
    return this.key.accessKey;
  }

  /** Secret part of the key. Sensitive, and in the state. */
  public get secretKey(): string {
    return this.key.secretKey;
  }

  private store(secret: ISecret): void {
    const value = Fn.jsonencode({ access_key: this.accessKey, secret_key: this.secretKey });
    const version = storeSecretVersion(this, "Stored", secret, value, { description: `key of ${this.node.path}` });
    // Terraform does not see that a write-only value is another: the version follows the key itself, and not its description.
    version.lifecycle = { createBeforeDestroy: true, replaceTriggeredBy: [`${addressOf(this.key)}.access_key`] };
  }

  private check(props: ServiceIdentityProps): void {
    checkProps(this, props, SHAPES.ServiceIdentityProps);
    checkPermissionSets(this, "permissionSets", props.permissionSets);
    checkUuid(this, "projectId", props.projectId);
    checkUuid(this, "organizationId", props.organizationId);
    checkTime(this, "expiresAt", props.expiresAt);
    checkName(this, "name", props.name);
    if (props.storeIn !== undefined) checkConstruct(this, "storeIn", props.storeIn, "secretId", "new Secret(…)");
    for (const problem of lacksOrganization(props.permissionSets, { projectIds: [], ...props }))
      throw new InvalidPropertyError(this, problem);
  }
}
