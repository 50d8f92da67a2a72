import { NODE_TYPE_TABLE, type NodeTypeTable } from "../../../lib/provider";
import { namesOf } from "../../../probe/node-types/print-names";

const nothing = { source: "a list", date: "2026-01-01", offers: [], retired: [] };

test("an editor completes what is offered, but for what Kapsule does not take, and Kosmos' own type", () => {
  const table: NodeTypeTable = {
    ...(Object.fromEntries(
      Object.keys(NODE_TYPE_TABLE).map((product) => [product, nothing]),
    ) as unknown as NodeTypeTable),
    instance: {
      ...nothing,
      offers: [
        { zones: ["fr-par-1"], types: ["DEV1-S", "DEV1-M"] },
        { zones: [], types: ["POP2-2C-8G-WIN", "PRO2-S"] },
      ],
      retired: ["START1-S"],
    },
  };
  const [, union = ""] = /KnownNodeType =\n([^;]*);/.exec(namesOf(table)) ?? [];
  expect(union.match(/"[^"]*"/g)).toEqual(['"DEV1-M"', '"PRO2-S"', '"external"']);
  expect(namesOf(table)).toContain("Source: a list, 2026-01-01.");
});
