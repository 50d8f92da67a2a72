import { FORK } from "../../core/fork";
import { call, literal, make, object, THIS } from "../code";
import { isWrittenObject, Reference, type Written } from "../written";
import { optional, unsayable } from "./properties";
import type { Recipe } from "./recipe";

const library = (name: string) => ({ module: FORK.library, name });

export const vpcRecipe: Recipe = {
  type: "scaleway_vpc",
  idProperty: "vpcId",
  write(_adoptee, written, context) {
    const known = {
      name: "name",
      region: "region",
      project_id: "projectId",
      tags: "tags",
      enable_routing: "enableRouting",
      enable_custom_routes_propagation: "enableCustomRoutesPropagation",
      enable_transitivity: "enableTransitivity",
    };
    const declined = unsayable(written, { arguments: Object.keys(known), words: ["region"] });
    if (declined !== undefined) return declined;
    return { code: make(library("Vpc"), THIS, literal(context.id), object(optional(written, known, context))) };
  },
};

export const networkRecipe: Recipe = {
  type: "scaleway_vpc_private_network",
  idProperty: "privateNetworkId",
  write(adoptee, written, context) {
    const known = {
      name: "name",
      region: "region",
      project_id: "projectId",
      tags: "tags",
      enable_default_route_propagation: "enableDefaultRoutePropagation",
    };
    const sayable = [...Object.keys(known), "vpc_id", "ipv4_subnet"];
    const declined = unsayable(written, { arguments: sayable, words: ["region"] });
    if (declined !== undefined) return declined;
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
          ...optional(written, known, context),
          vpc: other,
          subnet: subnet === undefined ? undefined : context.code(subnet),
        }),
      ),
    };
  },
};

function subnetOf(block: Written | undefined): Written | undefined {
  const body = Array.isArray(block) ? block[0] : block;
  return isWrittenObject(body) && !(body instanceof Reference) ? body.subnet : undefined;
}
