import { IamApplication } from "@cdktf/provider-scaleway/lib/iam-application";
import { IamPolicy } from "@cdktf/provider-scaleway/lib/iam-policy";
import { TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { PermissionSet } from "kapsule-guard/provider";

import { checkName, checkProps, checkUuid, defaultName, InvalidPropertyError, LateValue, SHAPES } from "../core";
import { attachGuard } from "../guard";
import { addressCondition } from "./address-condition";
import { checkPermissionSets, described, lacksOrganization, type PermissionScope, rulesOf } from "./permission-scope";
import { permissionSetOf } from "./required-permission-sets";

/** Who is to apply: exactly one of these. */
export type DeployerPrincipal =
  { readonly applicationId: string } | { readonly userId: string } | { readonly groupId: string };

/** Properties of a {@link DeployerPolicy}. */
export interface DeployerPolicyProps {
  /** The stacks that are to be applied; what they need is read from them when the app is synthesized. */
  readonly stacks: readonly TerraformStack[];
  /** The projects that the stacks are in. */
  readonly projectIds: readonly string[];
  /** For stacks with projects or IAM resources, whose permissions are those of an organization. @default - none */
  readonly organizationId?: string | undefined;
  /** Who is to apply. @default - an application that is made */
  readonly principal?: DeployerPrincipal | undefined;
  /** What is needed besides, such as `ObjectStorageFullAccess` for the bucket of the states. @default - nothing */
  readonly additional?: readonly PermissionSet[] | undefined;
  /** From where the key may be used, in CIDR notation. @default - from everywhere */
  readonly allowFrom?: readonly string[] | undefined;
  /** @default - the construct's path, with hyphens */
  readonly name?: string | undefined;
}

const PRINCIPALS = ["applicationId", "userId", "groupId"] as const;

/**
 * What an apply of some stacks may do, and no more: a policy with the permission sets of the resources that are in them. Apply it
 * first, and by somebody else, in a stack of its own.
 *
 * Source: `scaleway_iam_policy`; "Permission sets" of Scaleway.
 */
export class DeployerPolicy extends Construct {
  /** The policy, for what has no property here. */
  public readonly policy: IamPolicy;
  /** The application, where one is made. */
  public readonly application?: IamApplication;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: DeployerPolicyProps) {
    super(scope, id);
    this.check(props);
    attachGuard(this);
    const name = props.name ?? defaultName(this);
    const access = {
      projectIds: props.projectIds,
      organizationId: props.organizationId,
      condition: addressCondition(this, props.allowFrom),
    };
    if (props.principal === undefined) this.application = new IamApplication(this, "Application", { name });
    this.policy = new IamPolicy(this, "Policy", {
      name,
      ...(props.principal ?? { applicationId: this.application?.id }),
      rule: new LateValue(() => rulesAsWritten(this.setsOf(props), access)),
    });
    this.node.addValidation({ validate: () => described(lacksOrganization(this.setsOf(props), access)) });
  }

  private setsOf({ stacks, additional = [] }: DeployerPolicyProps): PermissionSet[] {
    const types = stacks
      .flatMap((stack) => stack.node.findAll())
      .filter((construct) => TerraformResource.isTerraformResource(construct))
      .map(({ terraformResourceType }) => terraformResourceType);
    const needed = types.flatMap((type) => permissionSetOf(type) ?? []);
    return [...new Set([...needed, ...additional])].sort();
  }

  private check(props: DeployerPolicyProps): void {
    checkProps(this, props, SHAPES.DeployerPolicyProps);
    if (props.stacks.length === 0 || !props.stacks.every((stack) => TerraformStack.isStack(stack))) {
      throw new InvalidPropertyError(this, {
        property: "stacks",
        value: props.stacks.length,
        requirement: "be the stacks that are to be applied, and at least one",
        suggestion: "Write, for example, stacks: [platform].",
      });
    }
    if (props.projectIds.length === 0) {
      throw new InvalidPropertyError(this, {
        property: "projectIds",
        value: [],
        requirement: "name the projects that the stacks are in",
        suggestion: "Write the id of the project.",
      });
    }
    for (const projectId of props.projectIds) checkUuid(this, "projectIds", projectId);
    checkUuid(this, "organizationId", props.organizationId);
    checkName(this, "name", props.name);
    if (props.additional !== undefined) checkPermissionSets(this, "additional", props.additional);
    if (props.principal !== undefined) this.checkPrincipal(props.principal);
  }

  private checkPrincipal(principal: object): void {
    const named = PRINCIPALS.filter((name) => (principal as Record<string, unknown>)[name] !== undefined);
    if (named.length === 1 && Object.keys(principal).length === 1) return;
    throw new InvalidPropertyError(this, {
      property: "principal",
      value: principal,
      requirement: `have exactly one of ${PRINCIPALS.join(", ")}`,
      suggestion: 'Write, for example, principal: { groupId: "…" }.',
    });
  }
}

/** Rules in Terraform's own names: what is known late is past CDKTF's translation. */
function rulesAsWritten(sets: readonly string[], scope: PermissionScope): object[] {
  return rulesOf(sets, scope).map(({ permissionSetNames, projectIds, organizationId, condition }) => ({
    permission_set_names: permissionSetNames,
    ...(projectIds === undefined ? {} : { project_ids: projectIds }),
    ...(organizationId === undefined ? {} : { organization_id: organizationId }),
    ...(condition === undefined ? {} : { condition }),
  }));
}
