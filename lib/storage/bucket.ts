import { ObjectBucket } from "@cdktf/provider-scaleway/lib/object-bucket";
import { ObjectBucketPolicy } from "@cdktf/provider-scaleway/lib/object-bucket-policy";
import { Construct } from "constructs";

import {
  checkInteger,
  checkKnown,
  checkProps,
  checkRegion,
  checkUuid,
  dependOn,
  InvalidPropertyError,
  lifecycleOf,
  type Region,
  type RemovalPolicy,
  SHAPES,
} from "../core";
import { attachGuard, importAs } from "../guard";
import { checkBucketName } from "./bucket-name";
import { type BucketAccess, bucketPolicy } from "./bucket-policy";

/** Properties of a {@link Bucket}. */
export interface BucketProps {
  /** Unique among all buckets of Scaleway. Immutable. */
  readonly name: string;
  /** Immutable. @default - the provider's region */
  readonly region?: Region | undefined;
  /** Whether earlier versions of objects are kept. @default false */
  readonly versioned?: boolean | undefined;
  /** Days after which earlier versions go: 1 or more. Only with `versioned`. @default - never */
  readonly keepVersionsForDays?: number | undefined;
  /** Days after which objects go: 1 or more. @default - never */
  readonly expireAfterDays?: number | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par/acme-backups`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/**
 * A bucket of Object Storage, such as for backups of a cluster or the blocks of its logs.
 *
 * Source: `scaleway_object_bucket`, `scaleway_object_bucket_policy`.
 *
 * @example
 * ```typescript
 * new Bucket(stack, "backups", { name: "acme-backups" });
 * ```
 */
export class Bucket extends Construct {
  /** The underlying resource, for what has no property here. */
  public readonly resource: ObjectBucket;
  /** Name of the bucket. */
  public readonly name: string;
  private readonly place: Pick<BucketProps, "region" | "projectId">;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: BucketProps) {
    super(scope, id);
    checkBucket(this, props);
    attachGuard(this);
    const { name, region, versioned, keepVersionsForDays, expireAfterDays, projectId, tags, removalPolicy } = props;
    this.name = name;
    this.place = { region, projectId };
    const rules = [
      ...(expireAfterDays === undefined ? [] : [{ enabled: true, expiration: { days: expireAfterDays } }]),
      ...(keepVersionsForDays === undefined
        ? []
        : [{ enabled: true, noncurrentVersionExpiration: { noncurrentDays: keepVersionsForDays } }]),
    ];
    this.resource = new ObjectBucket(this, "Resource", {
      name,
      region,
      projectId,
      tags,
      ...(versioned === undefined ? {} : { versioning: { enabled: versioned } }),
      ...(rules.length === 0 ? {} : { lifecycleRule: rules }),
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
  }

  /**
   * Says who may use the bucket, and shuts out everybody else, whatever their IAM policies say. One policy a bucket.
   *
   * @throws InvalidPropertyError where nobody administers it, since that could not be mended, and for a second policy
   */
  public restrictTo(access: BucketAccess): ObjectBucketPolicy {
    const policy = bucketPolicy(this, this.name, access);
    if (this.node.tryFindChild("Policy") !== undefined) {
      throw new InvalidPropertyError(this, {
        property: "restrictTo",
        requirement: "be called once: a bucket has one policy",
        suggestion: "Name all of them in one call.",
      });
    }
    const resource = new ObjectBucketPolicy(this, "Policy", { bucket: this.resource.id, policy, ...this.place });
    dependOn(resource, this);
    return resource;
  }
}

function checkBucket(scope: Construct, props: BucketProps): void {
  checkProps(scope, props, SHAPES.BucketProps);
  checkBucketName(scope, "name", props.name);
  checkRegion(scope, props.region);
  checkUuid(scope, "projectId", props.projectId);
  checkKnown(scope, "versioned", props.versioned);
  checkInteger(scope, "expireAfterDays", props.expireAfterDays, { min: 1, unit: "days" });
  checkInteger(scope, "keepVersionsForDays", props.keepVersionsForDays, { min: 1, unit: "days" });
  if (props.keepVersionsForDays === undefined || props.versioned === true) return;
  throw new InvalidPropertyError(scope, {
    property: "keepVersionsForDays",
    value: props.keepVersionsForDays,
    requirement: "be absent without versions",
    suggestion: "Write versioned: true, or leave it out.",
  });
}
