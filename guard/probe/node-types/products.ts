import { isJsonObject, type Json, type JsonObject } from "../../lib/terraform";

/** Scaleway's public catalog, which asks for no key (Scaleway, "Product Catalog API"). */
export const CATALOG = "https://api.scaleway.com/product-catalog/v2alpha1/public-catalog/products";

const PAGE_SIZE = 100;

/**
 * Every product of the catalog, page by page.
 *
 * @throws Error when the catalog does not answer, or with something else than products
 */
export async function productsOf(catalog: string): Promise<readonly JsonObject[]> {
  const products: JsonObject[] = [];
  for (let page = 1; ; page++) {
    const url = new URL(catalog);
    url.searchParams.set("page", String(page));
    url.searchParams.set("page_size", String(PAGE_SIZE));
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url.href} answers ${answer.status} ${answer.statusText}`);
    const found = productsIn((await answer.json()) as Json, url.href);
    products.push(...found);
    if (found.length < PAGE_SIZE) return products;
  }
}

/** The products of one answer. */
export function productsIn(answer: Json, from: string): readonly JsonObject[] {
  const products = isJsonObject(answer) ? answer.products : undefined;
  if (!Array.isArray(products)) throw new Error(`${from} has no list of products`);
  return products.filter(isJsonObject);
}
