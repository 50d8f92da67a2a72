import { probeTable } from "../../probe/table";
import { FakeProvider, refuse } from "./fake-provider";

const provider = new FakeProvider("scaleway_a", {
  zeta: { forceNew: true },
  alpha: { check: (value) => (value === null ? undefined : refuse("no")) },
});

test("a table is sorted, says its version, and lists what could not be asked", async () => {
  const { table, remarks } = await probeTable("p", "1.2.3", [provider]);
  expect(table).toMatchObject({ provider: "p", version: "1.2.3" });
  expect(Object.keys(table.resources.scaleway_a!.attributes)).toEqual(["alpha", "zeta"]);
  expect(table.notProbed).toEqual([{ type: "scaleway_a", attribute: "alpha", because: "no" }]);
  expect(remarks).toEqual([]);
});
