import { same } from "../../../../lib/recreation/diff/outcome";
import { recordName } from "../../../../lib/recreation/prediction/predicates/record-name";
import { Marked, Unknown, type Value } from "../../../../lib/terraform/values/value";
import { at } from "../../../terraform/addresses/at";
import { changeOf, doubtful, inDoubt, opaque } from "./changes";

const zone = { dns_zone: "example.com" };

test.each<[Value, Value, string]>([
  ["www", "api", "replaces"],
  ["www", null, "replaces"],
  ["www", "example.com", "replaces"],
  ["www", "www.example.com", "updates"],
  ["www.example.com.", "www", "updates"],
  ["@", "", "updates"],
  ["@", null, "updates"],
  ["example.com", "@", "updates"],
  ["www", "www.example.org", "replaces"],
])("a name that goes from %p to %p: %s", (before, after, verdict) => {
  expect(recordName.decide(changeOf(before, after, zone))).toBe(verdict);
});

test("what cannot be read is decided by the comparison", () => {
  expect(recordName.decide(changeOf("www", new Unknown(at("t.x")), zone))).toBe("replaces");
  expect(recordName.decide(changeOf("www", opaque, zone, doubtful))).toEqual(inDoubt);
  expect(recordName.decide(changeOf("www", "www", { dns_zone: opaque }, same))).toBe("updates");
  const pending = new Marked("www.example.com", { mayBecomeUnknown: at("t.x") });
  expect(recordName.decide(changeOf("www", pending, zone, doubtful))).toEqual(inDoubt);
});
