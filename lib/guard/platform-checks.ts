import type { IConstruct } from "constructs";
import { PLATFORM_CHECKS } from "kapsule-guard/checks";

import { InvalidPropertyError, suppressionsOf } from "../core";

/**
 * The checks of what Terraform plans without a word and the API refuses, or that leaves something open. They look at all
 * Scaleway resources of a guarded stack, at every synth.
 */
export class PlatformChecks {
  /** The checks of a construct and of all that is in it. */
  public static of(construct: IConstruct): PlatformChecks {
    return new PlatformChecks(construct);
  }

  private constructor(private readonly construct: IConstruct) {}

  /**
   * Lets a problem pass that is meant.
   *
   * @param check Id of the check, as the message has it.
   * @param reason Why it is meant.
   * @throws InvalidPropertyError for a check that there is not, and without a reason
   */
  public suppress(check: string, reason: string): this {
    if (!PLATFORM_CHECKS.some(({ id }) => id === check)) {
      throw new InvalidPropertyError(this.construct, {
        property: "suppress",
        value: check,
        requirement: "name a check",
        suggestion: "Write its id as the message has it; docs/checks.md lists all of them.",
      });
    }
    if (typeof (reason as unknown) !== "string" || reason.trim() === "") {
      throw new InvalidPropertyError(this.construct, {
        property: "suppress",
        value: reason,
        requirement: "say why the problem is meant",
        suggestion: `Write, for example, suppress("${check}", "behind the company's firewall").`,
      });
    }
    suppressionsOf(this.construct).push({ check, reason });
    return this;
  }
}
