import { DatabaseInstance } from "../../lib/database/database-instance";
import {
  BLOCK_VOLUME_TYPES,
  DATABASE_ENGINES,
  DATABASE_VOLUME_TYPES,
} from "../../lib/database/database-instance-props";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { newStack, resource, stringToken, untyped } from "../support/stack";

const attributesOf = (overrides: object) => {
  const stack = newStack();
  const network = new PrivateNetwork(stack, "network");
  const base = { network, engine: "PostgreSQL-16", nodeType: "DB-DEV-S", password: stringToken(stack) };
  new DatabaseInstance(stack, "database", untyped({ ...base, ...overrides }));
  return resource(stack, "scaleway_rdb_instance");
};

test.each([...DATABASE_ENGINES])("an engine may be %s, with its version", (engine) => {
  expect(attributesOf({ engine: `${engine}-8` }).engine).toBe(`${engine}-8`);
  expect(() => attributesOf({ engine })).toThrow(`it must be ${DATABASE_ENGINES.join(" or ")} with its major version`);
});

test.each([...DATABASE_VOLUME_TYPES])("a volume may be of type %s", (type) => {
  expect(attributesOf({ volume: { type } }).volume_type).toBe(type);
});

test.each([...BLOCK_VOLUME_TYPES])("a volume of type %s has a size of its own", (type) => {
  expect(attributesOf({ volume: { type, sizeInGb: 20 } }).volume_size_in_gb).toBe(20);
});

test("a volume of another type is refused, with all that there is", () => {
  expect(() => attributesOf({ volume: { type: "nvme" } })).toThrow(
    `it must be one of ${DATABASE_VOLUME_TYPES.join(", ")}.`,
  );
});
