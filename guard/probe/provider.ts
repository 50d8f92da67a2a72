import type { ResourceSchema } from "./schema";
import type { ObjectValue } from "./value";

export interface PlanRequest {
  readonly type: string;
  /** Null for a resource that does not exist. */
  readonly prior: ObjectValue | null;
  /** What Terraform proposes: the configuration, with prior values where the provider chooses. */
  readonly proposed: ObjectValue;
  readonly config: ObjectValue;
}

export interface Plan {
  readonly planned: ObjectValue;
  /** Paths of attribute names that make the change a replacement; indices are left out. */
  readonly replaces: readonly string[];
  /** The plugin SDK, to which null and empty are one value, says so in each plan. */
  readonly legacy: boolean;
}

/** The provider refused to plan, or died of it. */
export class PlanError extends Error {
  override readonly name = "PlanError";
}

/** A Terraform provider, as far as the probe talks to it. */
export interface Provider {
  /** Resource types with their schemas, sorted. */
  schemas(): Promise<ReadonlyMap<string, ResourceSchema>>;
  /** What the provider says against a configuration, before any plan. */
  validate(type: string, config: ObjectValue): Promise<readonly string[]>;
  /** @throws PlanError where the provider gives no plan */
  plan(request: PlanRequest): Promise<Plan>;
}
