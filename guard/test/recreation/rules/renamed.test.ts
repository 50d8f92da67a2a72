import { findRecreations } from "../../../lib/recreation/find";
import { renamed } from "../../../lib/recreation/rules/renamed";
import { at } from "../../terraform/addresses/at";
import { configuration, summaryOf } from "../support";
import { deletion, prediction } from "./prediction";

const renamedTo = at("scaleway_vpc.b");
const found = (...more: Parameters<typeof deletion>[1][]) =>
  renamed.find(prediction({ deletions: more.map((each) => deletion("scaleway_vpc.a", each)) }));

test("an object under a new name is destroyed under its old one, and may be moved", () => {
  expect(found({ renamedTo })).toEqual([
    {
      rule: "renamed",
      severity: "error",
      certainty: "will",
      action: "destroy",
      address: "scaleway_vpc.a",
      holds: "container",
      before: "scaleway_vpc.a",
      after: "scaleway_vpc.b",
      remedy: "If scaleway_vpc.b is the same object, say so in the constructor of the stack.",
      paste: ['RecreationGuard.of(this).moved("scaleway_vpc.a", "scaleway_vpc.b")'],
      hcl: ["moved {\n  from = scaleway_vpc.a\n  to   = scaleway_vpc.b\n}"],
    },
  ]);
});

test("an object that moved already is moved from where it was", () => {
  expect(found({ renamedTo, previousAddress: at("scaleway_vpc.first") })[0]?.paste?.[0]).toContain(
    '.moved("scaleway_vpc.first", "scaleway_vpc.b")',
  );
});

test("what has no new name, or is forgotten, is a matter of other rules", () => {
  expect(found({}, { renamedTo, action: "forget" })).toEqual([]);
});

describe("a construct that moved with what is in it", () => {
  const moved = (pairs: readonly (readonly [string, string])[], more: Parameters<typeof deletion>[1] = {}) =>
    renamed
      .find(
        prediction({
          deletions: pairs.map(([path, renamedToPath], i) =>
            deletion(`scaleway_vpc.a${i}`, { path, renamedToPath, renamedTo: at(`scaleway_vpc.b${i}`), ...more }),
          ),
        }),
      )
      .map(({ paste }) => paste?.join());

  test("is one suggestion, the same in each finding", () => {
    const tree = 'RecreationGuard.of(this).movedTree("s/old", "s/new")';
    expect(
      moved([
        ["s/old/network/Resource", "s/new/network/Resource"],
        ["s/old/cluster/Resource", "s/new/cluster/Resource"],
      ]),
    ).toEqual([tree, tree]);
  });

  test("goes as deep as the paths agree at their end", () => {
    const tree = 'RecreationGuard.of(this).movedTree("s/cluster", "s/platform/cluster")';
    expect(
      moved([
        ["s/cluster/Resource", "s/platform/cluster/Resource"],
        ["s/cluster/pool/Resource", "s/platform/cluster/pool/Resource"],
      ]),
    ).toEqual([tree, tree]);
  });

  test.each<[string, [string, string][]]>([
    ["one resource alone", [["s/old/Resource", "s/new/Resource"]]],
    [
      "two that went to different places",
      [
        ["s/old/a", "s/new/a"],
        ["s/old/b", "s/other/b"],
      ],
    ],
    [
      "another stack",
      [
        ["s/old/a", "t/old/a"],
        ["s/old/b", "t/old/b"],
      ],
    ],
  ])("is a move of its own for %s", (_what, pairs) => {
    expect(moved(pairs).every((line) => line?.includes(".moved(") === true)).toBe(true);
  });
});

describe("an edit", () => {
  const vpc = { name: "v" };
  const one = configuration({ scaleway_vpc: { a: vpc } });
  const other = configuration({ scaleway_vpc: { b: vpc } });

  test("a new address without a moved block destroys, and names both", () => {
    const [finding] = findRecreations({ before: one, after: other });
    expect(finding).toMatchObject({
      rule: "renamed",
      action: "destroy",
      before: "scaleway_vpc.a",
      after: "scaleway_vpc.b",
    });
    expect(finding?.paste).toEqual(['RecreationGuard.of(this).moved("scaleway_vpc.a", "scaleway_vpc.b")']);
  });

  test("pasting the remedy moves it", () => {
    const moved = [{ from: "scaleway_vpc.a", to: "scaleway_vpc.b" }];
    expect(summaryOf({ before: one, after: { ...other, moved } })).toEqual([]);
  });

  test("what is unlike the old one is not its new name", () => {
    const unlike = configuration({ scaleway_vpc: { b: { name: "something else" } } });
    expect(findRecreations({ before: one, after: unlike })[0]?.rule).toBe("removed");
  });

  test("what refers to it under the new address is replaced because of the old one", () => {
    const network = (vpcName: string) => ({ n: { name: "n", vpc_id: `\${scaleway_vpc.${vpcName}.id}` } });
    const before = configuration({ scaleway_vpc: { a: vpc }, scaleway_vpc_private_network: network("a") });
    const after = configuration({ scaleway_vpc: { b: vpc }, scaleway_vpc_private_network: network("b") });
    expect(summaryOf({ before, after })).toEqual([
      "will destroy scaleway_vpc.a",
      "will replace scaleway_vpc_private_network.n vpc_id <- scaleway_vpc.a",
    ]);
    const moved = [{ from: "scaleway_vpc.a", to: "scaleway_vpc.b" }];
    expect(summaryOf({ before, after: { ...after, moved } })).toEqual([]);
  });
});

describe("several renames at once", () => {
  const named = (...names: [string, string][]) =>
    configuration({ scaleway_vpc: Object.fromEntries(names.map(([id, name]) => [id, { name, tags: [name] }])) });

  test("each goes to the block that looks like it, whatever the order", () => {
    const before = named(["a", "one"], ["b", "two"]);
    const pairs = (after: object) =>
      findRecreations({ before, after }).map(({ before: old, after: fresh }) => `${old} ${fresh}`);
    const expected = ["scaleway_vpc.a scaleway_vpc.y", "scaleway_vpc.b scaleway_vpc.x"];
    expect(pairs(named(["x", "two"], ["y", "one"]))).toEqual(expected);
    expect(pairs(named(["y", "one"], ["x", "two"]))).toEqual(expected);
  });
});
