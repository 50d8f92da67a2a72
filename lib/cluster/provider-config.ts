import { Fn } from "cdktf";
import type { IConstruct } from "constructs";

import { checkOneOf, checkProps, SHAPES } from "../core";
import type { Kubeconfig } from "./kubeconfig";

/** The ways in which a Terraform provider can prove to a cluster's API who applies. */
export const CLUSTER_AUTHENTICATIONS = ["environment", "cli", "token"] as const;

/** One of {@link CLUSTER_AUTHENTICATIONS}. */
export type ClusterAuthentication = (typeof CLUSTER_AUTHENTICATIONS)[number];

/** Options of `kubernetesProviderConfig` and `helmProviderConfig`. */
export interface ClusterAuthenticationOptions {
  /**
   * - `environment`: the IAM secret key in `SCW_SECRET_KEY` of whoever applies, by a shell (`sh`). Nothing is stored.
   * - `cli`: the key that Scaleway's command line (`scw`) has on the machine that applies. Nothing is stored.
   * - `token`: the administrator's token of the kubeconfig, which is in the cluster's state, and in that of each stack
   *   that reads it from there.
   *
   * @default "environment"
   */
  readonly auth?: ClusterAuthentication | undefined;
}

/** A command that prints a credential of Kubernetes. */
export interface CredentialCommand {
  /** Version of the interface between kubectl and the command. */
  readonly apiVersion: string;
  /** What is run. */
  readonly command: string;
  /** Arguments of the command. */
  readonly args: string[];
}

/** Arguments of the Kubernetes provider, as its constructs for CDKTF take them. */
export interface KubernetesProviderConfig {
  /** URL of the Kubernetes API. */
  readonly host: string;
  /** Certificate of the API, PEM. */
  readonly clusterCaCertificate: string;
  /** Token of the administrator, with `auth: "token"`. */
  readonly token?: string;
  /** What gives a token, unless `auth` is "token". */
  readonly exec?: CredentialCommand[];
}

/** Arguments of the Helm provider, as its constructs for CDKTF take them. */
export interface HelmProviderConfig {
  /** How Helm reaches the cluster. */
  readonly kubernetes: Omit<KubernetesProviderConfig, "exec"> & { readonly exec?: CredentialCommand };
}

const API_VERSION = "client.authentication.k8s.io/v1";

/** Prints the key as a credential; `$` without a brace is a shell's, and not Terraform's. */
const PRINT_KEY = [
  'test -n "$SCW_SECRET_KEY" || { echo "set SCW_SECRET_KEY to reach the cluster" >&2; exit 1; }',
  `printf '{"apiVersion":"${API_VERSION}","kind":"ExecCredential","status":{"token":"%s"}}' "$SCW_SECRET_KEY"`,
].join("\n");

const COMMANDS: Record<Exclude<ClusterAuthentication, "token">, CredentialCommand> = {
  environment: { apiVersion: API_VERSION, command: "sh", args: ["-c", PRINT_KEY] },
  cli: { apiVersion: API_VERSION, command: "scw", args: ["k8s", "exec-credential"] },
};

/** What the Kubernetes provider needs to reach a cluster. */
export function kubernetesProviderConfig(
  scope: IConstruct,
  kubeconfig: Kubeconfig,
  options: ClusterAuthenticationOptions = {},
): KubernetesProviderConfig {
  checkProps(scope, options, { ...SHAPES.ClusterAuthenticationOptions, within: "options" });
  const { auth = "environment" } = options;
  checkOneOf(scope, "auth", auth, CLUSTER_AUTHENTICATIONS);
  return {
    host: kubeconfig.host,
    clusterCaCertificate: Fn.base64decode(kubeconfig.clusterCaCertificate),
    ...(auth === "token" ? { token: kubeconfig.token } : { exec: [copyOfCommand(COMMANDS[auth])] }),
  };
}

/** What the Helm provider needs to reach a cluster. */
export function helmProviderConfig(config: KubernetesProviderConfig): HelmProviderConfig {
  const { exec: [exec] = [], ...rest } = config;
  return { kubernetes: exec === undefined ? rest : { ...rest, exec } };
}

/** A copy, since CDKTF's constructs keep the objects that they are given. */
function copyOfCommand(command: CredentialCommand): CredentialCommand {
  return { ...command, args: [...command.args] };
}
