import { Filling } from "../../lib/engine/filling";
import { Plausible } from "../../lib/engine/plausible";
import type { BlockSchema } from "../../lib/engine/schemas";

const block: BlockSchema = {
  attributes: {
    id: { type: "string", computed: true },
    region: { type: "string", computed: true, optional: true },
    zone: { type: "string", computed: true },
    name: { type: "string" },
    project_id: { type: "string", computed: true },
    created_at: { type: "string", computed: true },
    size: { type: "number", computed: true },
    ready: { type: "bool", computed: true },
    tags: { type: ["list", "string"], computed: true },
    nodes: { type: ["list", ["object", { ip: "string", port: "number" }]], computed: true },
    secret_wo: { type: "string", write_only: true },
    input: { type: "dynamic" },
  },
  block_types: {
    endpoint: {
      nesting_mode: "list",
      block: { attributes: { id: { type: "string", computed: true }, name: { type: "string" } } },
    },
  },
};
const zonal: BlockSchema = { attributes: { id: { type: "string", computed: true }, zone: { type: "string" } } };
const global: BlockSchema = { attributes: { id: { type: "string", computed: true } } };

const site = { address: "scaleway_vpc.v", type: "scaleway_vpc", region: "nl-ams", zone: "nl-ams-2" };
const fill = (planned: object, unknown: object, earlier?: object, schema = block) =>
  new Filling(new Plausible(site, { version: 0, block: schema })).block(
    schema,
    planned as never,
    unknown as never,
    earlier as never,
  );

test("what only the apply knows gets a value of its type", () => {
  const all = Object.fromEntries(Object.keys(block.attributes!).map((name) => [name, name !== "name"]));
  const filled = fill({ name: "v" }, { ...all, secret_wo: false, input: false, endpoint: [{ id: true }] });
  expect(filled).toMatchObject({
    id: expect.stringMatching(/^nl-ams\/[0-9a-f-]{36}$/),
    region: "nl-ams",
    zone: "nl-ams-2",
    name: "v",
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    size: 1,
    ready: false,
    tags: [],
    nodes: [{ ip: expect.any(String), port: 1 }],
  });
});

test.each([
  ["zonal", zonal, /^nl-ams-2\/[0-9a-f-]{36}$/],
  ["global", global, /^[0-9a-f-]{36}$/],
])("the id of a %s resource that nobody has recorded has its locality", (_, schema, pattern) => {
  const plausible = new Plausible({ ...site, type: "scaleway_new" }, { version: 0, block: schema });
  expect(new Filling(plausible).block(schema, {}, { id: true }, undefined).id).toMatch(pattern);
});

test.each<[string, BlockSchema, RegExp, (filled: Record<string, unknown>) => unknown]>([
  ["scaleway_lb_backend", global, /^nl-ams-2\//, ({ id }) => id],
  ["scaleway_lb", { attributes: { ip_id: { type: "string", computed: true } } }, /^nl-ams-2\//, ({ ip_id }) => ip_id],
  [
    "scaleway_lb",
    { attributes: { private_ips: { type: ["list", ["object", { id: "string" }]], computed: true } } },
    /^nl-ams\//,
    ({ private_ips: ips }) => (ips as { id: string }[])[0]?.id,
  ],
  [
    "scaleway_vpc_gateway_network",
    { attributes: { private_ip: { type: ["list", ["object", { id: "string" }]], computed: true } } },
    /^nl-ams\//,
    ({ private_ip: ips }) => (ips as { id: string }[])[0]?.id,
  ],
])("an id of %s has the place that the provider gives it, whatever the schema says", (type, schema, pattern, idIn) => {
  const names = Object.fromEntries(Object.keys(schema.attributes ?? {}).map((name) => [name, true]));
  const plausible = new Plausible({ ...site, address: `${type}.x`, type }, { version: 0, block: schema });
  expect(idIn(new Filling(plausible).block(schema, {}, names, undefined) as never)).toMatch(pattern);
});

test("the same resource gets the same values, another one others", () => {
  expect(fill({}, { id: true }).id).toBe(fill({}, { id: true }).id);
  const other = new Plausible({ ...site, address: "scaleway_vpc.w" }, { version: 0, block });
  expect(new Filling(other).block(block, {}, { id: true }, undefined).id).not.toBe(fill({}, { id: true }).id);
});

test("what was there stays where the plan says no more, and planned values replace it", () => {
  const earlier = { id: "nl-ams/1", name: "old", endpoint: [{ id: "e", name: "n" }] };
  const filled = fill({ name: "new", endpoint: [{ name: "m" }] }, { id: true, endpoint: [{ id: true }] }, earlier);
  expect(filled).toMatchObject({ id: "nl-ams/1", name: "new", endpoint: [{ id: "e", name: "m" }] });
});

test("a block that only the apply knows the number of gets one", () => {
  expect(fill({}, { endpoint: true }).endpoint).toEqual([{ id: expect.any(String), name: null }]);
  expect(fill({ endpoint: [] }, {}).endpoint).toEqual([]);
});

test("a write-only value is in no state", () => {
  expect(fill({ secret_wo: "s" }, {}).secret_wo).toBeNull();
});

test("a value of any type says its type", () => {
  expect(fill({ input: ["a", 1, { b: true }] }, {}).input).toEqual({
    value: ["a", 1, { b: true }],
    type: ["tuple", ["string", "number", ["object", { b: "bool" }]]],
  });
  expect(fill({ input: null }, {}).input).toBeNull();
});
