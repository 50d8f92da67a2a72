import { RegistryNamespace } from "@cdktf/provider-scaleway/lib/registry-namespace";
import { Construct } from "constructs";
import { registryName } from "kapsule-guard/checks";

import {
  checkBy,
  checkKnown,
  checkProps,
  checkRegion,
  checkUuid,
  dependOn,
  lifecycleOf,
  type Region,
  type RemovalPolicy,
  SHAPES,
} from "../core";
import { attachGuard, importAs } from "../guard";
import { ImagePullAccess, type ImagePullAccessOptions } from "./image-pull-access";

/** Properties of a {@link ContainerRegistry}. */
export interface ContainerRegistryProps {
  /** Unique among all registries of the region: 4 to 54 lowercase letters, digits and hyphens. Immutable. */
  readonly name: string;
  /** Whether everybody can pull its images. @default false */
  readonly public?: boolean | undefined;
  /** @default - none */
  readonly description?: string | undefined;
  /** Immutable. @default - the provider's region */
  readonly region?: Region | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/**
 * A namespace of Container Registry for the images of a cluster's workloads.
 *
 * Source: `scaleway_registry_namespace`.
 */
export class ContainerRegistry extends Construct {
  /** The underlying resource, for what has no property here. */
  public readonly resource: RegistryNamespace;
  private made?: string;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: ContainerRegistryProps) {
    super(scope, id);
    checkProps(this, props, SHAPES.ContainerRegistryProps);
    const { name, description, region, projectId, removalPolicy } = props;
    checkBy(this, registryName, { name: { property: "name", value: name } });
    checkKnown(this, "public", props.public);
    checkRegion(this, region);
    checkUuid(this, "projectId", projectId);
    attachGuard(this);
    this.resource = new RegistryNamespace(this, "Resource", {
      name,
      description,
      isPublic: props.public,
      region,
      projectId,
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
  }

  /** What the names of its images begin with, such as `rg.fr-par.scw.cloud/acme-images`. */
  public get endpoint(): string {
    return (this.made ??= this.resource.endpoint);
  }

  /**
   * Lets a cluster pull the images: an application, its policy and key, and the content of a Kubernetes Secret.
   *
   * @throws InvalidPropertyError when an option is out of its bounds
   */
  public grantPull(id: string, options: ImagePullAccessOptions): ImagePullAccess {
    const access = new ImagePullAccess(this, id, { ...options, endpoint: this.endpoint });
    dependOn(access.identity.policy, this);
    return access;
  }
}
