import type { IResolvable } from "cdktf";
import type { IConstruct } from "constructs";

import { InvalidPropertyError, isToken } from "../core";
import { Cidr } from "./cidr";

/** One entry of the allow list. */
export interface ApiAccessRange {
  /** IPv4 block in CIDR notation. */
  readonly cidr: string;
  /** @default - no description */
  readonly description?: string | undefined;
}

/** A rule as `scaleway_k8s_acl` takes it. */
interface ApiAccessRule {
  readonly ip?: string | undefined;
  readonly scalewayRanges?: boolean | IResolvable | undefined;
  readonly description?: string | undefined;
}

const ANYWHERE = "0.0.0.0/0";

/**
 * Who may reach the Kubernetes API of a cluster. The control plane stays outside the Private Network, and its API
 * is open to the whole internet until an allow list is set.
 *
 * Source: `scaleway_k8s_acl`.
 *
 * @example
 * ```typescript
 * const access = ApiAccess.from("203.0.113.0/24", { cidr: "198.51.100.7/32", description: "CI" });
 * ```
 */
export class ApiAccess {
  /** Only these IPv4 blocks, such as an office or a CI runner: `ApiAccess.from("203.0.113.0/24")`. */
  public static from(...ranges: (string | ApiAccessRange)[]): ApiAccess {
    return new ApiAccess(
      ranges.map((range) => (typeof range === "object" ? range : { cidr: range })),
      [],
      true,
    );
  }

  /** Every address that belongs to Scaleway, of any customer. */
  public static fromScaleway(description?: string): ApiAccess {
    return new ApiAccess([], [{ scalewayRanges: true, description }]);
  }

  /** The whole internet. Authentication is then all that protects the cluster. */
  public static fromAnywhere(): ApiAccess {
    return new ApiAccess([], [{ ip: ANYWHERE, description: "anywhere" }]);
  }

  /** Nobody: no address at all may reach the API. */
  public static nobody(): ApiAccess {
    return new ApiAccess([]);
  }

  private constructor(
    private readonly ranges: ApiAccessRange[],
    private readonly rules: ApiAccessRule[] = [],
    private readonly mustAllow = false,
  ) {}

  /**
   * Both allow lists together.
   *
   * @throws Error for what is no ApiAccess
   */
  public and(other: ApiAccess): ApiAccess {
    if (!((other as unknown) instanceof ApiAccess))
      throw new Error('ApiAccess.and takes another ApiAccess, such as ApiAccess.from("203.0.113.0/24").');
    const mustAllow = this.mustAllow || other.mustAllow;
    return new ApiAccess([...this.ranges, ...other.ranges], [...this.rules, ...other.rules], mustAllow);
  }

  /**
   * The rules to render; an empty list lets nobody in.
   *
   * @throws InvalidPropertyError when a block is malformed, or is the whole internet without being named so
   */
  public bind(scope: IConstruct): ApiAccessRule[] {
    const rules = [...this.ranges.map((range) => toRule(scope, range)), ...this.rules];
    if (rules.length > 0 || !this.mustAllow) return rules;
    throw new InvalidPropertyError(scope, {
      property: "apiAccess",
      value: [],
      requirement: "let somebody in: an empty list closes the API to all",
      suggestion: "To close it, say so by name: ApiAccess.nobody().",
    });
  }
}

function toRule(scope: IConstruct, { cidr, description }: ApiAccessRange): ApiAccessRule {
  if (!isToken(cidr)) {
    const block = Cidr.parse(scope, "apiAccess", cidr);
    if (block.prefix === 0) {
      throw new InvalidPropertyError(scope, {
        property: "apiAccess",
        value: cidr,
        requirement: "be a part of the internet",
        suggestion: "To open the API to everybody, say so by name: ApiAccess.fromAnywhere().",
      });
    }
  }
  return { ip: cidr, description };
}
