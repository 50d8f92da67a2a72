import { S3Backend, type S3BackendConfig, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";

import { checkKnown, checkProps, checkRegion, InvalidPropertyError, type Region, SHAPES, Slot } from "../core";
import { checkBucketName } from "../storage";

/** Properties of a {@link ScalewayBackend}. */
export interface ScalewayBackendProps {
  /** A bucket that exists. It cannot be in the state that it holds: see {@link StateBucket}. */
  readonly bucket: string;
  /** The bucket's region. */
  readonly region: Region;
  /** Name of the state's object. No two stacks can share one. @default - `<id of the stack>.tfstate` */
  readonly key?: string | undefined;
  /**
   * Locks the state while it is changed, by an object beside it. It takes Terraform or OpenTofu 1.10.
   *
   * @default true
   */
  readonly lock?: boolean | undefined;
  /** Profile of the AWS configuration files that has the keys. @default - AWS_PROFILE, or the environment's keys */
  readonly profile?: string | undefined;
}

/**
 * Keeps the state of a stack in Scaleway's Object Storage, where a team shares it.
 *
 * The keys are those of Scaleway under Amazon's names, in the environment of whoever runs Terraform: AWS_ACCESS_KEY_ID and
 * AWS_SECRET_ACCESS_KEY. They are no property, since all properties end up in files. `encrypt` is left out: Scaleway refuses
 * the header that it sends (terraform-provider-scaleway issue 3476).
 *
 * Source: `backend "s3"` of Terraform; "Object Storage - Conditional writes" of Scaleway, of 26 May 2026.
 *
 * @example
 * ```typescript
 * new ScalewayBackend(stack, { bucket: "acme-states", region: "fr-par" });
 * ```
 */
export class ScalewayBackend extends S3Backend {
  private readonly locking: Readonly<Record<string, boolean>>;

  /** @throws InvalidPropertyError when a property is out of its bounds, or another stack has the same state */
  constructor(scope: Construct, props: ScalewayBackendProps) {
    super(scope, configOf(scope, props));
    const { bucket, lock = true } = props;
    this.locking = lock ? { use_lockfile: true } : {};
    const key = keyOf(scope, props);
    const place = `${bucket}/${key}`;
    states.in(scope.node.root).push({ place, path: scope.node.path });
    this.node.addValidation({ validate: () => sharedState(scope, place) });
  }

  // Not as a property: CDKTF does not know it, and CDK Terrain refuses it in an app that does not name its engine's version.
  /** @internal */
  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...(super.synthesizeAttributes() as Record<string, unknown>), ...this.locking };
  }

  /** @internal */
  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return { ...(super.synthesizeHclAttributes() as Record<string, unknown>), ...this.locking };
  }
}

function keyOf(scope: IConstruct, { key }: ScalewayBackendProps): string {
  return key ?? `${TerraformStack.of(scope).node.id}.tfstate`;
}

function configOf(scope: Construct, props: ScalewayBackendProps): S3BackendConfig {
  checkProps(scope, props, SHAPES.ScalewayBackendProps);
  checkBucketName(scope, "bucket", props.bucket);
  checkKnown(scope, "region", props.region);
  checkRegion(scope, props.region);
  const key = keyOf(scope, props);
  checkKey(scope, key);
  return {
    bucket: props.bucket,
    key,
    region: props.region,
    endpoints: { s3: `https://s3.${props.region}.scw.cloud` },
    profile: props.profile,
    usePathStyle: true,
    skipCredentialsValidation: true,
    skipRegionValidation: true,
    skipRequestingAccountId: true,
    skipMetadataApiCheck: true,
  };
}

function checkKey(scope: IConstruct, key: string): void {
  checkKnown(scope, "key", key);
  if (key !== "" && !key.startsWith("/") && !key.endsWith("/")) return;
  throw new InvalidPropertyError(scope, {
    property: "key",
    value: key,
    requirement: "be the name of an object, which neither begins nor ends with a slash",
    suggestion: 'Write, for example, key: "platform/network.tfstate".',
  });
}

interface StateLocation {
  readonly place: string;
  readonly path: string;
}

const states = new Slot<StateLocation[]>("States", () => []);

/** Two stacks with one state would each plan to destroy what the other has made. */
function sharedState(scope: IConstruct, place: string): string[] {
  const others = states.in(scope.node.root).filter((other) => other.place === place && other.path !== scope.node.path);
  return others.map(
    ({ path }) =>
      `key: the state ${place} is that of ${path}, too; each would destroy the other's. Give each its own key.`,
  );
}
