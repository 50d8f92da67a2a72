import { propertyShapes } from "../../build/property-shapes";
import { SHAPES } from "../../lib/core/property-shapes";

test("the shapes of properties are what npm run shapes writes", () => {
  expect(SHAPES).toEqual(propertyShapes());
});

test("a shape has the types that plain JavaScript is told, and what cannot be left out", () => {
  const { types, required } = SHAPES.BucketProps;
  expect(types).toMatchObject({ name: "string", versioned: "boolean", expireAfterDays: "number", tags: "string map" });
  expect(required).toEqual(["name"]);
  expect(SHAPES.VpcProps.types).toMatchObject({ tags: "string list", enableRouting: "boolean" });
});

test.each<[string, string]>([
  ["a construct, which has a check of its own", SHAPES.LoadBalancerProps.types.network],
  ["what may be one of several", SHAPES.DatabaseInstanceProps.types.password],
  ["a secret, which no message repeats", SHAPES.DatabaseUserProps.types.password],
  ["an object of settings, whose own check names them", SHAPES.KapsuleClusterProps.types.autoscaler],
])("of %s, the type is left open", (_, type) => {
  expect(type).toBe("any");
});

test("a name that the editor completes is a string, whatever else it may be", () => {
  expect(SHAPES.NodePoolProps.types.nodeType).toBe("string");
  expect(SHAPES.PublicGatewayProps.types.type).toBe("string");
});

test("of a union, what is in each member is required", () => {
  expect(SHAPES.DatabaseVolume.required).toEqual(["type"]);
  expect(Object.keys(SHAPES.DatabaseVolume.types).sort()).toEqual(["sizeInGb", "type"]);
});
