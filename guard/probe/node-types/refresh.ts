import {
  type NodeOffer,
  type NodeProduct,
  type NodeTypes,
  type NodeTypeTable,
  offeredIn,
  ZONES,
} from "../../lib/provider";
import type { Found } from "./find";

const SOURCE = "Scaleway's public product catalog";

/** How a product's node types differ from what was known. */
export interface Refreshed {
  readonly product: NodeProduct;
  readonly added: readonly string[];
  readonly retired: readonly string[];
  /** Whether the catalog had none, so that what was known stays as it was. */
  readonly kept: boolean;
}

/** The table with what a catalog has, and what that changes. A type is never forgotten, for what exists may still have it. */
export function refreshed(
  table: NodeTypeTable,
  found: Found,
  date: string,
): { readonly table: NodeTypeTable; readonly changes: readonly Refreshed[] } {
  const changes: Refreshed[] = [];
  const products = Object.entries(table).map(([name, known]) => {
    const product = name as NodeProduct;
    const types = found.get(product);
    if (types === undefined) {
      changes.push({ product, added: [], retired: [], kept: true });
      return [product, known];
    }
    const next = refreshedProduct(known, types, date);
    changes.push({ product, ...difference(known, next), kept: false });
    return [product, next];
  });
  return { table: Object.fromEntries(products) as NodeTypeTable, changes };
}

function refreshedProduct(known: NodeTypes, found: ReadonlyMap<string, ReadonlySet<string>>, date: string): NodeTypes {
  const gone = [...offeredIn(known), ...known.retired].filter((type) => !found.has(type));
  return { source: SOURCE, date, offers: offersOf(found), retired: sorted(gone) };
}

/** Types that are to be had in the same zones stand together. */
function offersOf(found: ReadonlyMap<string, ReadonlySet<string>>): NodeOffer[] {
  const offers = new Map<string, { readonly zones: NodeOffer["zones"]; readonly types: string[] }>();
  for (const type of sorted([...found.keys()])) {
    const zones = ZONES.filter((zone) => found.get(type)?.has(zone));
    const key = zones.join();
    const offer = offers.get(key) ?? { zones, types: [] };
    offer.types.push(type);
    offers.set(key, offer);
  }
  return [...offers.values()];
}

function difference(before: NodeTypes, after: NodeTypes): Pick<Refreshed, "added" | "retired"> {
  const was = new Set(offeredIn(before));
  const is = new Set(offeredIn(after));
  return { added: [...is].filter((type) => !was.has(type)), retired: [...was].filter((type) => !is.has(type)) };
}

function sorted(types: readonly string[]): string[] {
  return [...new Set(types)].sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
}
