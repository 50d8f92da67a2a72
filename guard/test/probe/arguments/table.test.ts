import { compareArguments } from "../../../probe/arguments/compare";
import { argumentTable } from "../../../probe/arguments/table";
import { fieldOf } from "../fake-provider";
import { validating } from "./fake-validation";

const schema = {
  type: "scaleway_a",
  fields: [
    fieldOf("name", { required: true }),
    fieldOf("created_at", { configurable: false, computed: true }),
    fieldOf("rule", { nesting: "list", maxItems: 1, required: true }, [
      fieldOf("port", { type: "number" }, [], "rule."),
      fieldOf("id", { configurable: false }, [], "rule."),
    ]),
    fieldOf("timeouts", { nesting: "single" }, [fieldOf("create", {}, [], "timeouts.")]),
  ],
};
const table = () =>
  argumentTable(
    "p",
    "1.2.3",
    validating(schema, () => []),
  );

test("a table says what a resource takes", async () => {
  expect(await table()).toEqual({
    provider: "p",
    version: "1.2.3",
    resources: {
      scaleway_a: {
        arguments: {
          name: { type: "string", required: true },
          rule: {
            block: "list",
            required: true,
            maxItems: 1,
            arguments: { port: { type: "number" } },
            readOnly: ["id"],
          },
        },
        readOnly: ["created_at"],
        timeouts: ["create"],
      },
    },
  });
});

test("a comparison names every place that differs", async () => {
  const before = await table();
  expect(compareArguments(before, await table())).toEqual([]);
  const { scaleway_a: resource } = before.resources;
  const after = { ...before, version: "1.2.4", resources: { scaleway_a: { ...resource!, readOnly: [] } } };
  expect(compareArguments(before, after)).toEqual([
    'arguments.resources.scaleway_a.readOnly: ["created_at"] -> []',
    'arguments.version: "1.2.3" -> "1.2.4"',
  ]);
});
