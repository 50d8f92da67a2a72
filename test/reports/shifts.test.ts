import { Edit, resourcesWith, stackOf } from "./support";

test("index-shift: keys that shifted are one cause for each pool, with the moves that keep them", () => {
  const pools = (...given: { name: string; t: string }[]) =>
    stackOf({
      variable: { pools: { default: given } },
      resource: resourcesWith({
        scaleway_k8s_pool: {
          p: {
            cluster_id: "fr-par/11111111-1111-1111-1111-111111111111",
            name: "${each.value.name}",
            node_type: "${each.value.t}",
            size: 1,
            for_each: "${{ for i, p in var.pools : i => p }}",
          },
        },
      }),
    });
  const [a, b, g] = [
    { name: "a", t: "DEV1-M" },
    { name: "b", t: "DEV1-L" },
    { name: "g", t: "GP1-XS" },
  ];
  const { out } = new Edit(pools(a, b, g), pools(b, g)).check();
  expect(out).toContain('Its key has shifted: what is wanted of it is what scaleway_k8s_pool.p["1"] was.');
  for (const move of [String.raw`"scaleway_k8s_pool.p[\"1\"]", "scaleway_k8s_pool.p[\"b\"]"`, String.raw`p[\"2\"]", `])
    expect(out.split(move)).toHaveLength(2);
  expect(out).toContain("0 blocking, 3 warnings");
});
