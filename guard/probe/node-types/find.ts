import type { NodeProduct } from "../../lib/provider";
import { isJsonObject, type Json, type JsonObject } from "../../lib/terraform";

/** Zones of the node types that are to be had, product by product. */
export type Found = ReadonlyMap<NodeProduct, ReadonlyMap<string, ReadonlySet<string>>>;

/** What is sold, though some of it not for new projects for long. */
const ORDERABLE = new Set(["public_beta", "preview", "general_availability", "end_of_new_features", "end_of_growth"]);

/** Names of node types, which the catalog has in its texts only; an Instance has its own in its properties. */
const SHAPES: Readonly<Record<Exclude<NodeProduct, "instance">, RegExp>> = {
  database: /\bDB(?:-[A-Z0-9]+){2,}\b/gi,
  redis: /\bRED\d+-[A-Z0-9]+\b/gi,
  mongodb: /\bMGDB(?:-[A-Z0-9]+){2,}\b/gi,
  loadBalancer: /\bLB(?:-GP)?-[SMLX]+\b/gi,
  gateway: /\bVPC-GW-[SMLX]+\b/gi,
};

/** The node types that the products of a catalog have. */
export function nodeTypesIn(products: readonly JsonObject[]): Found {
  const found = new Map<NodeProduct, Map<string, Set<string>>>();
  for (const product of products) {
    if (!ORDERABLE.has(textAt(product, "status"))) continue;
    for (const [kind, type] of namesIn(product)) {
      const types = found.get(kind) ?? new Map<string, Set<string>>();
      const zones = types.get(type) ?? new Set<string>();
      const zone = textAt(product, "locality", "zone");
      if (zone !== "") zones.add(zone);
      found.set(kind, types.set(type, zones));
    }
  }
  return found;
}

function namesIn(product: JsonObject): [NodeProduct, string][] {
  const offer = textAt(product, "properties", "instance", "offer_id");
  if (offer !== "") return [["instance", offer.toUpperCase()]];
  const text = ["product", "variant", "description"].map((name) => textAt(product, name)).join(" ");
  return Object.entries(SHAPES).flatMap(([kind, shape]) =>
    [...text.matchAll(shape)].map(([name]): [NodeProduct, string] => [kind as NodeProduct, name.toUpperCase()]),
  );
}

/** Empty where there is no text. */
function textAt(product: JsonObject, ...path: readonly string[]): string {
  const value = path.reduce<Json | undefined>((each, name) => (isJsonObject(each) ? each[name] : undefined), product);
  return typeof value === "string" ? value : "";
}
