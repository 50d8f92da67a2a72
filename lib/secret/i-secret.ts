import type { IConstruct } from "constructs";

/** A secret in Secret Manager, made here or elsewhere. */
export interface ISecret extends IConstruct {
  /** Regional id of the secret. */
  readonly secretId: string;
  /** Its region, where it was configured. */
  readonly region?: string;
  /**
   * The value of a version, read while Terraform runs, so that neither a state nor a plan holds it. It fits write-only
   * properties such as `password`, and nothing else. Needs Terraform 1.11 or OpenTofu 1.11.
   *
   * The secret and its version have to be there before the plan: make them in a stack that is applied first.
   *
   * @param revision Number of the version, or `latest`.
   */
  ephemeralValue(revision?: string): string;
}
