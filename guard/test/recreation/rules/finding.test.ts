import { type Finding, sortFindings } from "../../../lib/recreation/rules/finding";

const finding = (address: string, rule: string, attribute?: string): Finding => ({
  rule,
  severity: "error",
  certainty: "will",
  action: "replace",
  address,
  ...(attribute === undefined ? {} : { attribute }),
  remedy: "",
});
const ordered = [
  finding("scaleway_vpc.B", "removed"),
  finding("scaleway_vpc.a", "cascade", "z"),
  finding("scaleway_vpc.a", "immutable-attribute"),
  finding("scaleway_vpc.a", "immutable-attribute", "name"),
  finding("scaleway_vpc.a", "immutable-attribute", "region"),
  finding("scaleway_vpc.a[10]", "removed"),
  finding("scaleway_vpc.a[2]", "removed"),
];

test("findings go by address, then rule, then attribute, the same on every machine", () => {
  expect(sortFindings([...ordered].reverse())).toEqual(ordered);
  expect(sortFindings([...ordered])).toEqual(ordered);
});

test("findings come after their causes, whichever way the names go", () => {
  const follows = (address: string, attribute: string, cause: string) => ({
    ...finding(address, "cascade", attribute),
    cause,
  });
  const causesFirst = [
    finding("scaleway_vpc.m", "immutable-attribute", "region"),
    finding("scaleway_z.first", "immutable-attribute", "x"),
    follows("scaleway_b.pool", "cluster", "scaleway_z.first"),
    follows("scaleway_a.record", "other", "scaleway_vpc.m"),
    follows("scaleway_a.record", "pool", "scaleway_b.pool"),
  ];
  expect(sortFindings([...causesFirst].reverse())).toEqual(causesFirst);
});

test("findings that follow from each other end", () => {
  const one = { ...finding("a.a", "cascade"), cause: "b.b" };
  const other = { ...finding("b.b", "cascade"), cause: "a.a" };
  expect(sortFindings([one, other])).toHaveLength(2);
});

test("findings that are alike stay as they came", () => {
  const [one, other] = [
    { ...ordered[0]!, remedy: "one" },
    { ...ordered[0]!, remedy: "other" },
  ];
  expect(sortFindings([one, other]).map(({ remedy }) => remedy)).toEqual(["one", "other"]);
});
