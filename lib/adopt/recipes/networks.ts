import { FORK } from "../../core";
import { type ArgumentValue, isArgumentObject, Reference } from "../argument-value";
import { call, literal, make, object, THIS } from "../code";
import { optional } from "./properties";
import type { Recipe } from "./recipe";

const library = (name: string) => ({ module: FORK.library, name });

const DEFAULT_PROPERTIES = { name: "name", region: "region", project_id: "projectId", tags: "tags" };

const VPC_PROPERTIES = {
  ...DEFAULT_PROPERTIES,
  enable_routing: "enableRouting",
  enable_custom_routes_propagation: "enableCustomRoutesPropagation",
  enable_transitivity: "enableTransitivity",
};

export const vpcRecipe: Recipe = {
  type: "scaleway_vpc",
  supported: { arguments: Object.keys(VPC_PROPERTIES), words: ["region"] },
  idProperty: "vpcId",
  write(_importedResource, written, context) {
    return {
      code: make(library("Vpc"), THIS, literal(context.id), object(optional(written, VPC_PROPERTIES, context))),
    };
  },
};

const NETWORK_PROPERTIES = {
  ...DEFAULT_PROPERTIES,
  enable_default_route_propagation: "enableDefaultRoutePropagation",
};

export const networkRecipe: Recipe = {
  type: "scaleway_vpc_private_network",
  supported: { arguments: [...Object.keys(NETWORK_PROPERTIES), "vpc_id", "ipv4_subnet"], words: ["region"] },
  idProperty: "privateNetworkId",
  write(importedResource, written, context) {
    const vpc = written.vpc_id;
    const own = context.construct(vpc, "scaleway_vpc");
    const other =
      vpc === undefined || own !== undefined
        ? own
        : call(
            { kind: "class", class: library("Vpc") },
            "fromVpcId",
            THIS,
            literal(context.idFor("vpc")),
            context.code(vpc),
          );
    const subnet = subnetOf(written.ipv4_subnet);
    return {
      code: make(
        library("PrivateNetwork"),
        THIS,
        literal(context.id),
        object({
          ...optional(written, NETWORK_PROPERTIES, context),
          vpc: other,
          subnet: subnet === undefined ? undefined : context.code(subnet),
        }),
      ),
    };
  },
};

function subnetOf(block: ArgumentValue | undefined): ArgumentValue | undefined {
  const body = Array.isArray(block) ? block[0] : block;
  return isArgumentObject(body) && !(body instanceof Reference) ? body.subnet : undefined;
}
