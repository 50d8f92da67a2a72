import type { IResolvable } from "cdktf";

/** What a security group may do about a connection that no rule names. */
export const DEFAULT_POLICIES = ["accept", "drop"] as const;
/** What a security group does about a connection that no rule names. */
export type DefaultPolicy = (typeof DEFAULT_POLICIES)[number];

/** Options of the security groups that a cluster makes for its nodes. */
export interface NodeSecurityGroupOptions {
  /** What happens to inbound connections that no rule lets in. @default "drop" */
  readonly inboundDefaultPolicy?: DefaultPolicy | undefined;
  /** What happens to outbound connections that no rule lets out. @default "accept" */
  readonly outboundDefaultPolicy?: DefaultPolicy | undefined;
  /** Always true: a stateless group would drop the answers to what the nodes ask for. @default true */
  readonly stateful?: true | undefined;
  /** Whether Scaleway blocks SMTP. @default - blocked by Scaleway */
  readonly enableDefaultSecurity?: boolean | IResolvable | undefined;
  /** @default - no description */
  readonly description?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
}
