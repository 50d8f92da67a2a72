import { literalCode, shows } from "../../../lib/recreation/report/shown-value";

const ID = '"fr-par-1/11111111-1111-1111-1111-111111111111"';

describe("a list in code is the one that a finding shows", () => {
  test.each<[string, unknown, string]>([
    ["as it is written", ["a", "b"], '["a", "b"]'],
    ["in another order, as a set has none", ["b", "a"], '["a", "b"]'],
    ["as it was pasted", '["a", "b"]', '["a", "b"]'],
    ["with references that a plan has the ids of", "[scaleway_lb_ip.a.id, scaleway_lb_ip.b.id]", `[${ID}, ${ID}]`],
    ["with one that is not known yet", "[scaleway_lb_ip.a.id, scaleway_lb_ip.b.id]", `[${ID}, (known after apply)]`],
    ["that is not known yet", "[scaleway_lb_ip.a.id]", "(known after apply)"],
    ["with an array of references", ["scaleway_lb_ip.a.id"], `[${ID}]`],
    ["of numbers", [1, 2], "[1, 2]"],
    ["without elements", [], "[]"],
    ["with commas and brackets in texts", ["a, b", "c]"], '["a, b", "c]"]'],
    ["cut where it is long", '["aaaa", "bb…', '["aaaa", "bb…'],
    ["cut on one side only", ["aaaa", "bbbb"], '["aaaa", "bb…'],
  ])("%s", (_, value, notation) => {
    expect(shows(value, notation)).toBe(true);
  });

  test.each<[string, unknown, string]>([
    ["another element", ["a", "c"], '["a", "b"]'],
    ["one more", ["a", "b"], '["a"]'],
    ["one fewer", ["a"], '["a", "b"]'],
    ["one twice", ["a", "a"], '["a", "b"]'],
    ["an id for no reference", ["a"], `[${ID}]`],
    ["a text for a list", "a", '["a"]'],
    ["another one before the cut", ["bbbb"], '["aaaa", "bb…'.slice(0, 8) + "]"],
  ])("not with %s", (_, value, notation) => {
    expect(shows(value, notation)).toBe(false);
  });
});

test.each([
  [undefined, "null"],
  ["true", "true"],
  ['"a"', '"a"'],
  ['["a", "b"]', '["a", "b"]'],
  ["[]", "[]"],
  ["[scaleway_lb_ip.a.id]", '"[scaleway_lb_ip.a.id]"'],
  ['["a", "b…', '"[\\"a\\", \\"b…"'],
  ["scaleway_vpc.v.id", '"scaleway_vpc.v.id"'],
])("%s is %s in code", (notation, code) => {
  expect(literalCode(notation)).toBe(code);
});
