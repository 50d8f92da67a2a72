import { ObjectBucket } from "@cdktf/provider-scaleway/lib/object-bucket";
import { Construct } from "constructs";

import {
  checkInteger,
  checkProps,
  checkRegion,
  checkUuid,
  lifecycleOf,
  type Region,
  type RemovalPolicy,
  SHAPES,
} from "../core";
import { attachGuard, importAs } from "../guard";
import { checkBucketName } from "../storage";

/** Properties of a {@link StateBucket}. */
export interface StateBucketProps {
  /** Unique among all buckets of Scaleway. Immutable. */
  readonly name: string;
  /** Immutable. @default - the provider's region */
  readonly region?: Region | undefined;
  /** Days for which the earlier versions of a state are kept: 1 or more. @default 90 */
  readonly keepVersionsForDays?: number | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par/acme-states`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

const DEFAULT_DAYS = 90;

/**
 * A bucket for the states of a team's stacks: versioned, so that a lost or broken state can be brought back, and protected.
 * It belongs in a bootstrap stack of its own, whose small state is kept elsewhere.
 *
 * Source: `scaleway_object_bucket`.
 */
export class StateBucket extends Construct {
  /** The underlying resource, for what has no property here. */
  public readonly resource: ObjectBucket;
  /** Name of the bucket, for {@link ScalewayBackend}. */
  public readonly name: string;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: StateBucketProps) {
    super(scope, id);
    checkProps(this, props, SHAPES.StateBucketProps);
    const { name, region, keepVersionsForDays = DEFAULT_DAYS, projectId, tags, removalPolicy } = props;
    checkBucketName(this, "name", name);
    checkRegion(this, region);
    checkInteger(this, "keepVersionsForDays", keepVersionsForDays, { min: 1, unit: "days" });
    checkUuid(this, "projectId", projectId);
    attachGuard(this);
    this.name = name;
    this.resource = new ObjectBucket(this, "Resource", {
      name,
      region,
      projectId,
      tags,
      versioning: { enabled: true },
      lifecycleRule: [
        { enabled: true, noncurrentVersionExpiration: { noncurrentDays: keepVersionsForDays } },
        { enabled: true, abortIncompleteMultipartUploadDays: 1 },
      ],
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
  }
}
