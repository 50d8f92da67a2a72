import { nodeTypesIn } from "../../../probe/node-types/find";

const instance = (offer: string, zone: string, status = "general_availability") => ({
  product: offer,
  variant: `${offer} - ${zone}`,
  locality: { zone },
  properties: { instance: { range: "General Purpose", offer_id: offer } },
  status,
});

test("an Instance has its type in its properties, and is to be had in each zone of its products", () => {
  const found = nodeTypesIn([instance("PRO2-XS", "fr-par-1"), instance("PRO2-XS", "nl-ams-1")]);
  expect(found).toEqual(new Map([["instance", new Map([["PRO2-XS", new Set(["fr-par-1", "nl-ams-1"])]])]]));
});

test.each([
  ["database", "Managed Database Node - DB-PRO2-XXS", "DB-PRO2-XXS"],
  ["database", "db-pop2-2c-8g", "DB-POP2-2C-8G"],
  ["mongodb", "MongoDB node MGDB-PLAY2-NANO (fr-par)", "MGDB-PLAY2-NANO"],
  ["redis", "Redis node RED1-MICRO", "RED1-MICRO"],
  ["loadBalancer", "Load Balancer LB-GP-XL - fr-par-1", "LB-GP-XL"],
  ["gateway", "Public Gateway VPC-GW-S", "VPC-GW-S"],
])("a node of the product %s has its type in %s", (product, variant, type) => {
  const found = nodeTypesIn([{ product: "Node", variant, status: "general_availability" }]);
  expect([...found].map(([name, types]) => [name, [...types.keys()]])).toEqual([[product, [type]]]);
});

test.each([
  ["what is sold no longer", instance("START1-S", "fr-par-1", "end_of_sale")],
  ["what has no status", { product: "RED1-XS" }],
  ["a product without nodes", { product: "Database backup", variant: "DB-BACKUP", status: "general_availability" }],
  ["storage", { product: "Block Storage Volume 5K", status: "general_availability" }],
])("%s is no node type", (_, product) => {
  expect(nodeTypesIn([product]).size).toBe(0);
});
