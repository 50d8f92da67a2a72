import { RedisCluster as RedisClusterResource } from "@cdktf/provider-scaleway/lib/redis-cluster";
import { Construct } from "constructs";

import {
  checkConstruct,
  checkInteger,
  checkName,
  checkProps,
  checkUuid,
  checkZone,
  copyOf,
  dependOn,
  InvalidPropertyError,
  lifecycleOf,
  type PropertyTypes,
  type RemovalPolicy,
  type Zone,
} from "../core";
import { attachGuard, importAs } from "../guard";
import type { IPrivateNetwork } from "../network";
import { checkSecretReference } from "../secret";

/** Properties of a {@link RedisCluster}. */
export interface RedisClusterProps {
  /** The network on which it is reached, and nowhere else. With several nodes it cannot change. */
  readonly network: IPrivateNetwork;
  /** Version, such as `7.2.4`. It only goes up. */
  readonly version: string;
  /** Node type, such as `RED1-MICRO`. It only goes up. */
  readonly nodeType: string;
  /** A reference to a variable or an ephemeral value, never a literal. Write-only: neither the state nor a plan holds it. */
  readonly password: string;
  /** Raise it to send a changed password, since Terraform cannot see that it changed. @default 1 */
  readonly passwordVersion?: number | undefined;
  /** Name of the first user. @default "admin" */
  readonly userName?: string | undefined;
  /** One node, two (a standby beside it), or three and more (a cluster). Fewer, and more than one or two, make a new one. @default 1 */
  readonly size?: number | undefined;
  /** Whether connections are encrypted. Immutable. @default true */
  readonly tls?: boolean | undefined;
  /** @default - Scaleway makes up a name */
  readonly name?: string | undefined;
  /** Immutable. @default - the provider's zone */
  readonly zone?: Zone | undefined;
  /** @default - Scaleway's choice */
  readonly settings?: Record<string, string> | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par-1/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

const TYPES: PropertyTypes<RedisClusterProps> = {
  network: "any",
  version: "string",
  nodeType: "string",
  password: "any",
  passwordVersion: "any",
  userName: "string",
  size: "any",
  tls: "boolean",
  name: "string",
  zone: "string",
  settings: "string map",
  projectId: "string",
  tags: "string list",
  removalPolicy: "any",
  importId: "string",
};

/**
 * A managed Redis on the Private Network, with TLS. Without a network Scaleway would give it a public endpoint.
 *
 * Source: `scaleway_redis_cluster`.
 */
export class RedisCluster extends Construct {
  /** The underlying resource, for what has no property here. */
  public readonly resource: RedisClusterResource;

  /** @throws InvalidPropertyError when a property is out of its bounds, or the password is a literal */
  constructor(scope: Construct, id: string, props: RedisClusterProps) {
    super(scope, id);
    checkProps(this, props, { types: TYPES, required: ["network", "version", "nodeType", "password"] });
    checkConstruct(this, "network", props.network, "privateNetworkId", 'new PrivateNetwork(this, "network")');
    checkSecretReference(this, "password", props.password);
    checkVersion(this, props.version);
    checkInteger(this, "passwordVersion", props.passwordVersion, { min: 1 });
    checkInteger(this, "size", props.size, { min: 1, unit: "nodes" });
    checkZone(this, props.zone, props.network.region);
    for (const name of ["nodeType", "userName", "name"] as const) checkName(this, name, props[name]);
    checkUuid(this, "projectId", props.projectId);
    attachGuard(this);
    const { network, password, passwordVersion = 1, size, tls = true, tags, removalPolicy } = props;
    this.resource = new RedisClusterResource(this, "Resource", {
      name: props.name,
      version: props.version,
      nodeType: props.nodeType,
      userName: props.userName ?? "admin",
      passwordWo: password,
      passwordWoVersion: passwordVersion,
      clusterSize: size,
      tlsEnabled: tls,
      zone: props.zone,
      settings: props.settings,
      projectId: props.projectId,
      tags: copyOf(tags),
      privateNetwork: [{ id: network.privateNetworkId }],
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
    dependOn(this.resource, network);
  }

  /** Zonal id of the cluster. */
  public get redisClusterId(): string {
    return this.resource.id;
  }

  /** Certificate of the cluster, PEM. */
  public get certificate(): string {
    return this.resource.certificate;
  }
}

function checkVersion(scope: Construct, version: string): void {
  if (!/^\d/.test(version) || /^\d+\.\d+\.\d+$/.test(version)) return;
  throw new InvalidPropertyError(scope, {
    property: "version",
    value: version,
    requirement: "name a patch release x.y.z",
    suggestion: 'Write, for example, version: "7.2.4".',
  });
}
