import { MongodbInstance } from "@cdktf/provider-scaleway/lib/mongodb-instance";
import { Construct } from "constructs";
import type { MongoDbNodeType } from "kapsule-guard/provider";

import {
  checkInteger,
  checkKnown,
  checkLocality,
  checkName,
  checkRegion,
  dependOn,
  InvalidPropertyError,
  isToken,
  type Region,
  SHAPES,
} from "../core";
import { attachGuard, importAs } from "../guard";
import type { IPrivateNetwork } from "../network";
import { checkNetworkedDatabase, networkedDatabaseArguments, type NetworkedDatabaseProps } from "./networked-database";

export type { MongoDbNodeType } from "kapsule-guard/provider";

/** Numbers of nodes that a MongoDB can have (Scaleway, "Managed MongoDB"). */
const NODE_NUMBERS = [1, 3];

/** Properties of a {@link MongoDbInstance}. */
export interface MongoDbInstanceProps extends NetworkedDatabaseProps {
  /** The network on which it is reached. Without it, Scaleway would give it a public endpoint alone. */
  readonly network: IPrivateNetwork;
  /** Version, such as `7.0`. */
  readonly version: string;
  /** Node type, such as `MGDB-PLAY2-NANO`. */
  readonly nodeType: MongoDbNodeType;
  /** One node, or three (a replica set). @default 1 */
  readonly nodes?: number | undefined;
  /** Size in GB, a multiple of 5. It only grows. @default - Scaleway's smallest */
  readonly volumeSizeInGb?: number | undefined;
  /** Whether it is reached from the internet, too. @default false */
  readonly publicEndpoint?: boolean | undefined;
  /** @default - the provider's region */
  readonly region?: Region | undefined;
  /** Id of one that exists, such as `fr-par/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

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
    const { network, nodes = 1, publicEndpoint } = props;
    this.resource = new MongodbInstance(this, "Resource", {
      ...networkedDatabaseArguments(this, props),
      nodeNumber: nodes,
      volumeSizeInGb: props.volumeSizeInGb,
      region: props.region,
      privateNetwork: { pnId: network.privateNetworkId },
      publicNetwork: publicEndpoint === true ? {} : undefined,
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
  checkNetworkedDatabase(scope, props, SHAPES.MongoDbInstanceProps);
  checkName(scope, "version", props.version);
  checkKnown(scope, "publicEndpoint", props.publicEndpoint);
  checkRegion(scope, props.region);
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
