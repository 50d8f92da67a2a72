import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { productsIn, productsOf } from "../../../probe/node-types/products";

/** A catalog of some products, as Scaleway's answers page by page. */
async function served<T>(count: number, use: (url: string, asked: string[]) => Promise<T>): Promise<T> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://localhost");
    const [page, size] = [Number(searchParams.get("page")), Number(searchParams.get("page_size"))];
    asked.push(`${page}/${size}`);
    const products = Array.from({ length: count }, (_, index) => ({ sku: `/${index}` }));
    response.end(JSON.stringify({ products: products.slice((page - 1) * size, page * size), total_count: count }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/products`, asked);
  } finally {
    server.close();
  }
}

test.each([
  [30, ["1/100"]],
  [100, ["1/100", "2/100"]],
  [250, ["1/100", "2/100", "3/100"]],
])("%d products are read page by page", async (count, pages) => {
  await served(count, async (url, asked) => {
    const products = await productsOf(url);
    expect(products).toHaveLength(count);
    expect(new Set(products.map(({ sku }) => sku)).size).toBe(count);
    expect(asked).toEqual(pages);
  });
});

test("an answer without products says which it was", () => {
  expect(() => productsIn({ message: "no" }, "saved.json")).toThrow("saved.json has no list of products");
});
