import { changed, type Outcome, same, uncertain, unknownBecauseOf } from "../../../../lib/recreation/diff/outcome";
import {
  opaqueVerdict,
  replacesUnlessSame,
  undecided,
  undecidedUnlessDefault,
} from "../../../../lib/recreation/prediction/predicates/predicate";
import { at } from "../../../terraform/addresses/at";
import { byDefault, changeOf, doubtful, inDoubt } from "./changes";

test.each<[string, Outcome, unknown]>([
  ["same", same, "updates"],
  ["changed", changed, "replaces"],
  ["unknown", unknownBecauseOf(at("t.x")), "replaces"],
  ["uncertain", doubtful, inDoubt],
])("a comparison that says %s decides", (_, outcome, verdict) => {
  expect(replacesUnlessSame(changeOf("a", "b", {}, outcome))).toEqual(verdict);
});

test("only a doubt is undecided, and the default of a variable may be judged", () => {
  expect(undecided(doubtful)).toEqual(inDoubt);
  expect(undecided(changed)).toBeUndefined();
  expect(undecided(byDefault)).toEqual({ because: { reason: "variable-default", about: "v" } });
  expect(undecidedUnlessDefault(byDefault)).toBeUndefined();
  expect(undecidedUnlessDefault(doubtful)).toEqual(inDoubt);
});

test("an opaque value is in doubt, also where the comparison is sure", () => {
  expect(opaqueVerdict(uncertain("machine-value"))).toEqual({ because: { reason: "machine-value" } });
  expect(opaqueVerdict(changed)).toEqual({ because: { reason: "opaque-expression" } });
});
