import { newestRelease } from "../../../lib/provider/releases/provider-release";
import type { Baseline, BaselineInstance } from "../../../lib/recreation/baseline/baseline";
import { attributesOf, existingObjects, priorValue } from "../../../lib/recreation/baseline/existing";
import { readState } from "../../../lib/terraform/state/state";
import { OpaqueValue } from "../../../lib/terraform/values/value";
import { at, pathTo } from "../../terraform/addresses/at";
import { state } from "../support";
import { deployedAt } from "./instances";

const instance = (address: string, more: Partial<BaselineInstance> = {}): BaselineInstance =>
  deployedAt(address, { name: "v" }, more);
const baseline = (...instances: BaselineInstance[]): Baseline => ({
  instances: new Map(instances.map((each) => [each.address, each])),
  providers: new Map([["scaleway", new Map([["region", "fr-par"]])]]),
  modules: new Map(),
  release: newestRelease,
  salt: "",
});
const vpc = newestRelease.behaviourOf("scaleway_vpc");

describe("without a state", () => {
  test("what the deployed configuration says is what exists", () => {
    const deployed = instance("scaleway_vpc.a");
    expect(existingObjects(baseline(deployed), undefined).get(at("scaleway_vpc.a"))).toMatchObject({
      address: "scaleway_vpc.a",
      previousAddress: "scaleway_vpc.a",
      tainted: false,
      prior: { source: "configuration", values: deployed.values, deployed },
    });
  });

  test("what it leaves out is inherited from its provider block", () => {
    const found = existingObjects(baseline(instance("scaleway_vpc.a")), undefined).get(at("scaleway_vpc.a"));
    expect(found && priorValue(found, vpc.attribute("region"))).toMatchObject({ options: { inherited: "fr-par" } });
    expect(found && priorValue(found, vpc.attribute("name"))).toBe("v");
  });

  test.each<["all" | string[], string[]]>([
    [
      ["tags", "name"],
      ["name", "tags"],
    ],
    ["all", ["name"]],
    [[], []],
  ])("what it ignores, %j, is not what it says", (ignored, hidden) => {
    const ignoreChanges = ignored === "all" ? ignored : ignored.map(pathTo);
    const found = existingObjects(baseline(instance("scaleway_vpc.a", { ignoreChanges })), undefined);
    const values = [...(found.get(at("scaleway_vpc.a"))?.prior.values ?? [])];
    expect(values.flatMap(([name, value]) => (value instanceof OpaqueValue ? [name] : [])).sort()).toEqual(hidden);
  });
});

describe("with a state", () => {
  const known = (objects: Parameters<typeof state>[0], status = {}) => readState(state(objects, status));

  test("what it holds is what exists, also where the configuration says otherwise", () => {
    const deployed = instance("scaleway_vpc.a");
    const found = existingObjects(baseline(deployed, instance("scaleway_vpc.gone")), known({ "scaleway_vpc.a": {} }));
    expect([...found.keys()]).toEqual(["scaleway_vpc.a"]);
    expect(found.get(at("scaleway_vpc.a"))).toMatchObject({ prior: { source: "state", values: new Map(), deployed } });
  });

  test("what it does not hold of an object is null", () => {
    const found = existingObjects(baseline(), known({ "scaleway_vpc.a": {} }, { status: "tainted" }));
    const object = found.get(at("scaleway_vpc.a"));
    expect(object).toMatchObject({ tainted: true, prior: { deployed: undefined } });
    expect(object && priorValue(object, vpc.attribute("region"))).toBeNull();
  });

  test("an instance is what the block says that stands for all, and no other block", () => {
    const all = instance("scaleway_vpc.a", { undetermined: "<var.n>" });
    const found = existingObjects(
      baseline(all, instance("scaleway_vpc.b")),
      known({ "scaleway_vpc.a[0]": {}, "scaleway_vpc.b[0]": {} }),
    );
    expect(found.get(at("scaleway_vpc.a[0]"))?.prior.deployed).toBe(all);
    expect(found.get(at("scaleway_vpc.b[0]"))?.prior.deployed).toBeUndefined();
  });
});

test("attributes are those of the table, and any that a side names", () => {
  const names = attributesOf(vpc, new Map([["invented", 1]]), undefined).map(({ name }) => name);
  expect(names).toEqual([...vpc.attributes.keys(), "invented"]);
  expect(attributesOf(vpc, new Map([["name", "v"]])).map(({ name }) => name)).toEqual([...vpc.attributes.keys()]);
});
