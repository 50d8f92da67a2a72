import { hiddenByIgnore, ignoredIn, withIgnored } from "../../../lib/recreation/baseline/ignored";
import type { IgnoreChanges } from "../../../lib/terraform/configuration/configuration";
import { literal } from "../../../lib/terraform/values/json";
import { OpaqueValue, type Value } from "../../../lib/terraform/values/value";
import { at, pathTo } from "../../terraform/addresses/at";

const network = (zone: string | null, id = "n"): Value => literal([{ pn_id: id, ...(zone === null ? {} : { zone }) }]);

/** What is ignored, as a configuration writes it. */
type Written = "all" | readonly string[];

const ignoring = (written: Written): IgnoreChanges => (written === "all" ? written : written.map(pathTo));

test.each<[string, Written, readonly string[] | undefined]>([
  ["all", "all", undefined],
  ["the whole of it", ["tags", "private_network"], undefined],
  ["a part of it", ["private_network[0].zone", "tags"], ["private_network[0].zone"]],
  ["others", ["tags", "private_networks"], []],
])("ignoring %s leaves of an attribute what is not ignored", (_, ignored, expected) => {
  expect(ignoredIn(ignoring(ignored), "private_network")).toEqual(expected);
});

describe("withIgnored", () => {
  const after = (ignored: Written, prior: Value, wanted: Value) =>
    withIgnored(ignoring(ignored), "private_network", prior, wanted);

  test("keeps what exists of an attribute that is ignored, and what is wanted of any other", () => {
    expect(after(["private_network"], "old", "new")).toBe("old");
    expect(after("all", "old", "new")).toBe("old");
    expect(after(["tags"], "old", "new")).toBe("new");
    expect(after([], "old", "new")).toBe("new");
  });

  test("keeps what exists of a part that is ignored, and what is wanted beside it", () => {
    expect(after(["private_network[0].zone"], network("a", "old"), network("b", "new"))).toEqual(network("a", "new"));
  });

  test("drops a part that exists no longer, since it is null then", () => {
    expect(after(["private_network[0].zone"], network(null), network("b"))).toEqual(network(null));
  });

  test.each(["private_network[1].zone", "private_network.zone", "private_network[0].zone.more"])(
    "changes nothing where there is no %s",
    (path) => {
      expect(after([path], network("a"), network("b"))).toEqual(network("b"));
    },
  );

  test("keeps a key of a map", () => {
    const labels = (a: string) => literal({ "a.b": a, other: a });
    expect(withIgnored(ignoring(['labels["a.b"]']), "labels", labels("old"), labels("new"))).toEqual(
      literal({ "a.b": "old", other: "new" }),
    );
  });
});

describe("hiddenByIgnore", () => {
  const hidden = (value: Value, ignored: Written) => hiddenByIgnore(at("t.a"), "cni", value, ignoring(ignored));

  test("does not know what is deployed of what its configuration ignores", () => {
    expect(hidden("cilium", ["cni"])).toEqual(new OpaqueValue("t.a.cni", { origin: "ignored-before" }));
    expect(hidden(null, ["cni"])).toEqual(new OpaqueValue("t.a.cni", { origin: "ignored-before" }));
    expect(hidden("cilium", ["tags"])).toBe("cilium");
  });

  test("takes what is left out where all is ignored for left out, not for everything", () => {
    expect(hidden(null, "all")).toBeNull();
    expect(hidden("cilium", "all")).toBeInstanceOf(OpaqueValue);
  });

  test("hides a part of a block alone", () => {
    const found = hiddenByIgnore(at("t.a"), "private_network", network("a"), ignoring(["private_network[0].zone"]));
    expect(found).toEqual([
      new Map<string, Value>([
        ["pn_id", "n"],
        ["zone", new OpaqueValue("t.a.private_network.0.zone", { origin: "ignored-before" })],
      ]),
    ]);
  });
});
