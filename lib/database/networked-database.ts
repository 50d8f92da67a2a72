import type { Construct } from "constructs";

import {
  checkConstruct,
  checkInteger,
  checkName,
  checkProps,
  checkUuid,
  copyOf,
  lifecycleOf,
  type PropsShape,
  type RemovalPolicy,
} from "../core";
import type { IPrivateNetwork } from "../network";
import { checkSecretReference } from "../secret";

/** What a Redis and a MongoDB have in common: one network, and a first user whose password Terraform does not keep. */
export interface NetworkedDatabaseProps {
  /** The network on which it is reached. */
  readonly network: IPrivateNetwork;
  /** Version, as Scaleway writes it. */
  readonly version: string;
  /** Node type, as Scaleway writes it. */
  readonly nodeType: string;
  /** A reference to a variable or an ephemeral value, never a literal. Write-only: neither the state nor a plan holds it. */
  readonly password: string;
  /** Raise it to send a changed password, since Terraform cannot see that it changed. @default 1 */
  readonly passwordVersion?: number | undefined;
  /** Name of the first user. @default "admin" */
  readonly userName?: string | undefined;
  /** @default - Scaleway makes up a name */
  readonly name?: string | undefined;
  /** @default - Scaleway's choice */
  readonly settings?: Record<string, string> | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
}

/** @throws InvalidPropertyError for a property that is out of its bounds, and for a password that is a literal */
export function checkNetworkedDatabase<Props extends NetworkedDatabaseProps>(
  scope: Construct,
  props: Props,
  shape: PropsShape<Props>,
): void {
  checkProps(scope, props, shape);
  checkConstruct(scope, "network", props.network, "privateNetworkId", 'new PrivateNetwork(this, "network")');
  checkSecretReference(scope, "password", props.password);
  checkInteger(scope, "passwordVersion", props.passwordVersion, { min: 1 });
  checkUuid(scope, "projectId", props.projectId);
  for (const name of ["nodeType", "userName", "name"] as const) checkName(scope, name, props[name]);
}

/** The arguments that their resources have in common. */
export function networkedDatabaseArguments(scope: Construct, props: NetworkedDatabaseProps) {
  return {
    name: props.name,
    version: props.version,
    nodeType: props.nodeType,
    userName: props.userName ?? "admin",
    passwordWo: props.password,
    passwordWoVersion: props.passwordVersion ?? 1,
    settings: props.settings,
    projectId: props.projectId,
    tags: copyOf(props.tags),
    lifecycle: lifecycleOf(scope, props.removalPolicy),
  };
}
