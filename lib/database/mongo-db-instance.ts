import { MongodbInstance } from "@cdktf/provider-scaleway/lib/mongodb-instance";
import { Construct } from "constructs";

import {
  checkConstruct,
  checkInteger,
  checkKnown,
  checkLocality,
  checkName,
  checkProps,
  checkRegion,
  checkUuid,
  copyOf,
  dependOn,
  InvalidPropertyError,
  isToken,
  lifecycleOf,
  type PropertyTypes,
  type Region,
  type RemovalPolicy,
} from "../core";
import { attachGuard, importAs } from "../guard";
import type { IPrivateNetwork } from "../network";
import { checkSecretReference } from "../secret";

/** Numbers of nodes that a MongoDB can have (Scaleway, "Managed MongoDB"). */
const NODE_NUMBERS = [1, 3];

/** Properties of a {@link MongoDbInstance}. */
export interface MongoDbInstanceProps {
  /** The network on which it is reached. Without it, Scaleway would give it a public endpoint alone. */
  readonly network: IPrivateNetwork;
  /** Version, such as `7.0`. */
  readonly version: string;
  /** Node type, such as `MGDB-PLAY2-NANO`. */
  readonly nodeType: string;
  /** A reference to a variable or an ephemeral value, never a literal. Write-only: neither the state nor a plan holds it. */
  readonly password: string;
  /** Raise it to send a changed password, since Terraform cannot see that it changed. @default 1 */
  readonly passwordVersion?: number | undefined;
  /** Name of the first user. @default "admin" */
  readonly userName?: string | undefined;
  /** One node, or three (a replica set). @default 1 */
  readonly nodes?: number | undefined;
  /** Size in GB, a multiple of 5. It only grows. @default - Scaleway's smallest */
  readonly volumeSizeInGb?: number | undefined;
  /** Whether it is reached from the internet, too. @default false */
  readonly publicEndpoint?: boolean | undefined;
  /** @default - Scaleway makes up a name */
  readonly name?: string | undefined;
  /** @default - the provider's region */
  readonly region?: Region | undefined;
  /** @default - Scaleway's choice */
  readonly settings?: Record<string, string> | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

const TYPES: PropertyTypes<MongoDbInstanceProps> = {
  network: "any",
  version: "string",
  nodeType: "string",
  password: "any",
  passwordVersion: "any",
  userName: "string",
  nodes: "any",
  volumeSizeInGb: "any",
  publicEndpoint: "boolean",
  name: "string",
  region: "string",
  settings: "string map",
  projectId: "string",
  tags: "string list",
  removalPolicy: "any",
  importId: "string",
};

/**
 * A managed MongoDB on the Private Network. Taking the network out is a change in place that leaves a public endpoint, which
 * is why there is no such property to leave out.
 *
 * Source: `scaleway_mongodb_instance`.
 */
export class MongoDbInstance extends Construct {
  /** The underlying resource, for what has no property here. */
  public readonly resource: MongodbInstance;

  /** @throws InvalidPropertyError when a property is out of its bounds, or the password is a literal */
  constructor(scope: Construct, id: string, props: MongoDbInstanceProps) {
    super(scope, id);
    checkMongoDb(this, props);
    attachGuard(this);
    const { network, password, passwordVersion = 1, nodes = 1, tags, publicEndpoint, removalPolicy } = props;
    this.resource = new MongodbInstance(this, "Resource", {
      name: props.name,
      version: props.version,
      nodeType: props.nodeType,
      nodeNumber: nodes,
      userName: props.userName ?? "admin",
      passwordWo: password,
      passwordWoVersion: passwordVersion,
      volumeSizeInGb: props.volumeSizeInGb,
      region: props.region,
      settings: props.settings,
      projectId: props.projectId,
      tags: copyOf(tags),
      privateNetwork: { pnId: network.privateNetworkId },
      publicNetwork: publicEndpoint === true ? {} : undefined,
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
    dependOn(this.resource, network);
    checkLocality(this, { region: props.region }, [{ property: "network", to: network, kind: "region" }]);
  }

  /** Regional id of the instance. */
  public get mongoDbInstanceId(): string {
    return this.resource.id;
  }

  /** Certificate of the instance, PEM. */
  public get certificate(): string {
    return this.resource.tlsCertificate;
  }
}

function checkMongoDb(scope: Construct, props: MongoDbInstanceProps): void {
  checkProps(scope, props, { types: TYPES, required: ["network", "version", "nodeType", "password"] });
  checkConstruct(scope, "network", props.network, "privateNetworkId", 'new PrivateNetwork(this, "network")');
  checkSecretReference(scope, "password", props.password);
  checkInteger(scope, "passwordVersion", props.passwordVersion, { min: 1 });
  checkKnown(scope, "publicEndpoint", props.publicEndpoint);
  checkRegion(scope, props.region);
  checkUuid(scope, "projectId", props.projectId);
  for (const name of ["version", "nodeType", "userName", "name"] as const) checkName(scope, name, props[name]);
  const { nodes, volumeSizeInGb: size } = props;
  if (nodes !== undefined && !isToken(nodes) && !NODE_NUMBERS.includes(nodes)) {
    throw new InvalidPropertyError(scope, {
      property: "nodes",
      value: nodes,
      requirement: `be ${NODE_NUMBERS.join(" or ")}`,
      suggestion: "Write nodes: 3 for a replica set.",
    });
  }
  checkInteger(scope, "volumeSizeInGb", size, { min: 5, unit: "GB" });
  if (size === undefined || isToken(size) || size % 5 === 0) return;
  throw new InvalidPropertyError(scope, {
    property: "volumeSizeInGb",
    value: size,
    requirement: "be a multiple of 5",
    suggestion: `Write volumeSizeInGb: ${Math.ceil(size / 5) * 5}.`,
  });
}
