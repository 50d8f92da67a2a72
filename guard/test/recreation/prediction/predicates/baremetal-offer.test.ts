import { baremetalOffer } from "../../../../lib/recreation/prediction/predicates/baremetal-offer";
import { Unknown } from "../../../../lib/terraform/values/value";
import { at } from "../../../terraform/addresses/at";
import { apiKnows, changeOf } from "./changes";

test("another offer may be the same hardware, which the API knows", () => {
  expect(baremetalOffer.decide(changeOf("EM-A", "EM-B"))).toEqual(apiKnows);
});

test("an offer that is left out or unknown replaces nothing", () => {
  for (const after of [null, "", new Unknown(at("t.x"))])
    expect(baremetalOffer.decide(changeOf("EM-A", after))).toBe("updates");
});
