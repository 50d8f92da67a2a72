import { digestOf, matches, withoutSecrets } from "../../../lib/terraform/values/digests";
import { Digest, Marked, ObjectReference, OpaqueValue, type Value } from "../../../lib/terraform/values/value";

const digest = (secret: Value, salt = "salt"): Digest => {
  const found = digestOf(secret, salt);
  if (found instanceof Digest) return found;
  throw new Error("expected a digest");
};
const secret = (value: string): Marked => new Marked(value, { sensitive: true });

interface Secrecy {
  sensitive?: boolean;
  writeOnly?: boolean;
  children: Map<string, Secrecy>;
}
const attribute = (more: Partial<Secrecy> = {}): Secrecy => ({ children: new Map(), ...more });

describe("the digest of a secret", () => {
  test("does not hold the secret, and is another one in another stack", () => {
    expect(JSON.stringify(digest("hunter2"))).not.toContain("hunter2");
    expect(digest("hunter2", "a").digest).not.toBe(digest("hunter2", "b").digest);
  });

  test.each<[string, Value, Value]>([
    ["itself", "a", "a"],
    ["itself with marks", "a", secret("a")],
    ["a number and its text", 1, "1"],
    ["a collection in another order", new Map([["a", 1]]).set("b", 2), new Map([["b", 2]]).set("a", 1)],
    ["its own digest", "a", digest("a")],
  ])("matches %s", (_, before, after) => {
    expect(matches(digest(before), after)).toBe(true);
  });

  test.each<[string, Value, Value]>([
    ["another secret", "a", "b"],
    ["a list of it", "a", ["a"]],
    ["another digest", "a", digest("b")],
    ["nothing", "a", null],
  ])("does not match %s", (_, before, after) => {
    expect(matches(digest(before), after)).toBe(false);
  });

  test("says whether a part of the secret is known to the provider alone", () => {
    expect(digest(["a", new OpaqueValue("x")]).opaque).toBe(true);
    expect(digest(["a", "x"]).opaque).toBe(false);
  });

  test("of nothing is nothing, and of a digest that digest", () => {
    const known = digest("a");
    expect(digestOf(null, "salt")).toBeNull();
    expect(digestOf(known, "other salt")).toBe(known);
  });
});

describe("withoutSecrets", () => {
  const holding = (child: Secrecy): Secrecy => attribute({ children: new Map([["part", child]]) });
  const block = (value: Value): Value => [new Map([["part", value]])];

  test("takes out what is secret by its attribute or by its marks", () => {
    expect(withoutSecrets("a", attribute({ sensitive: true }), "salt")).toEqual(digest("a"));
    expect(withoutSecrets(secret("a"), attribute(), "salt")).toEqual(digest("a"));
    expect(withoutSecrets([secret("a"), "b"], undefined, "salt")).toEqual([digest("a"), "b"]);
  });

  test("takes out the secrets of blocks, and drops what is only written", () => {
    expect(withoutSecrets(block("a"), holding(attribute({ sensitive: true })), "salt")).toEqual(block(digest("a")));
    expect(withoutSecrets(block("a"), holding(attribute({ writeOnly: true })), "salt")).toEqual([new Map()]);
  });

  test("leaves everything else as it is, with its other marks", () => {
    const marked = new Marked(["a"], { fromVariableDefault: "v" });
    expect(withoutSecrets(marked, attribute(), "salt")).toEqual(marked);
    expect(withoutSecrets(block("a"), holding(attribute()), "salt")).toEqual(block("a"));
    expect(withoutSecrets(new OpaqueValue("x"), attribute(), "salt")).toEqual(new OpaqueValue("x"));
  });

  test("takes an object that is referred to as a whole for what it is as one value", () => {
    const whole = new OpaqueValue("scaleway_vpc.a");
    expect(withoutSecrets(new ObjectReference(whole, () => null), attribute(), "salt")).toBe(whole);
  });
});
