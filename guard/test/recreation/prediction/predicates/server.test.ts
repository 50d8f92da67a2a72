import { same } from "../../../../lib/recreation/diff/outcome";
import { serverImage, serverRootVolume, serverType } from "../../../../lib/recreation/prediction/predicates/server";
import { literal } from "../../../../lib/terraform/values/json";
import { type OpaqueValue, Unknown } from "../../../../lib/terraform/values/value";
import { at } from "../../../terraform/addresses/at";
import { apiKnows, changeOf, inDoubt, opaque } from "./changes";

describe("another type of a server", () => {
  const told = (replace: boolean | string | OpaqueValue | null) => ({ replace_on_type_change: replace });

  test("replaces it only where it was told to", () => {
    expect(serverType.decide(changeOf("DEV1-S", "DEV1-M", told(true)))).toBe("replaces");
    expect(serverType.decide(changeOf("DEV1-S", "DEV1-M", told("true")))).toBe("replaces");
    expect(serverType.decide(changeOf("DEV1-S", "DEV1-M", told(false)))).toBe("updates");
    expect(serverType.decide(changeOf("DEV1-S", "DEV1-M"))).toBe("updates");
    expect(serverType.decide(changeOf("DEV1-S", "DEV1-S", told(true), same))).toBe("updates");
  });

  test("may replace it where nobody knows whether it was told to", () => {
    expect(serverType.decide(changeOf("DEV1-S", "DEV1-M", told(opaque)))).toEqual(inDoubt);
  });
});

test("another image of a server is a question to the API, one that is left out is none", () => {
  expect(serverImage.decide(changeOf("a", "b"))).toEqual(apiKnows);
  for (const after of [null, "", new Unknown(at("t.x"))])
    expect(serverImage.decide(changeOf("a", after))).toBe("updates");
});

test.each([
  ["l_ssd", "replaces"],
  ["sbs_volume", "updates"],
  ["", apiKnows],
  [null, apiKnows],
])("another size of a root volume of type %p", (type, verdict) => {
  const volume = { root_volume: literal([{ volume_type: type }]) };
  expect(serverRootVolume.decide(changeOf(10, 20, volume))).toEqual(verdict);
});

test("another size of a root volume of which nothing is known is a question to the API", () => {
  for (const root_volume of [null, [], opaque])
    expect(serverRootVolume.decide(changeOf(10, 20, { root_volume }))).toEqual(apiKnows);
});
