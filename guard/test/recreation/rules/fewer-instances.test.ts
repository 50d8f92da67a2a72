import { fewerInstances } from "../../../lib/recreation/rules/fewer-instances";
import { at } from "../../terraform/addresses/at";
import { configuration, summaryOf } from "../support";
import { deletion, prediction } from "./prediction";

const address = "scaleway_vpc.a[1]";
const found = (...more: Parameters<typeof deletion>[1][]) =>
  fewerInstances.find(prediction({ deletions: more.map((each) => deletion(address, { gone: "instance", ...each })) }));

test("an instance that goes while its block stays is destroyed", () => {
  expect(found({})).toEqual([
    {
      rule: "fewer-instances",
      severity: "error",
      certainty: "will",
      action: "destroy",
      address,
      holds: "container",
      remedy:
        "Keep the count or the key of scaleway_vpc.a[1], or say in the constructor of the stack which key it has now.",
      paste: ['RecreationGuard.of(this).moved("scaleway_vpc.a[1]", "NEW ADDRESS")'],
      hcl: ["moved {\n  from = scaleway_vpc.a[1]\n  to   = NEW ADDRESS\n}"],
    },
  ]);
});

test("a doubt about count is explained", () => {
  const because = { reason: "count-not-known", about: "scaleway_vpc.a" } as const;
  const [finding] = found({ because });
  expect(finding).toMatchObject({ certainty: "may", because });
  expect(finding?.remedy).toMatch(/^The files do not tell which instances scaleway_vpc.a has\. Keep the count/);
});

test("what is renamed, forgotten or gone with its block is a matter of other rules", () => {
  expect(
    found({ renamedTo: at("scaleway_vpc.b") }, { action: "forget" }, { gone: "block" }, { gone: "module" }),
  ).toEqual([]);
});

describe("an edit", () => {
  const vpc = { name: "v" };
  const one = configuration({ scaleway_vpc: { a: vpc } });
  const counted = (count: number) => configuration({ scaleway_vpc: { a: { ...vpc, count } } });
  const keyed = (...keys: string[]) =>
    configuration({ scaleway_vpc: { a: { name: "v", for_each: `\${toset(${JSON.stringify(keys)})}` } } });

  test("a lower count destroys the last instance, a higher one nothing", () => {
    expect(summaryOf({ before: counted(2), after: counted(1) })).toEqual(["will destroy scaleway_vpc.a[1]"]);
    expect(summaryOf({ before: counted(1), after: counted(2) })).toEqual([]);
  });

  test("a key that goes destroys its instance, another order of keys nothing", () => {
    expect(summaryOf({ before: keyed("x", "y"), after: keyed("x") })).toEqual(['will destroy scaleway_vpc.a["y"]']);
    expect(summaryOf({ before: keyed("x", "y"), after: keyed("y", "x") })).toEqual([]);
  });

  test("count = 1 comes and goes by itself, for_each does not", () => {
    expect(summaryOf({ before: one, after: counted(1) })).toEqual([]);
    expect(summaryOf({ before: counted(1), after: one })).toEqual([]);
    expect(summaryOf({ before: one, after: keyed("x") })).toEqual(["will destroy scaleway_vpc.a"]);
  });

  test("a count from a variable may be another one", () => {
    const of = (n: number) => ({
      ...configuration({ scaleway_vpc: { a: { ...vpc, count: "${var.n}" } } }),
      variable: { n: { default: n } },
    });
    expect(summaryOf({ before: of(2), after: of(1) })).toEqual(["may destroy scaleway_vpc.a[1]"]);
    expect(summaryOf({ before: of(2), after: of(2) })).toEqual([]);
  });
});
