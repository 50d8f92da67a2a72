import { Edit, stackOf, stateOfDatabaseIn } from "./support";

const INSTANCE = "fr-par/11111111-2222-3333-4444-555555555555";

/** What the state has of the database in the module. */
const state = stateOfDatabaseIn("module.x", INSTANCE);

test("hcl-state-alone: with a state alone, what is in a module of HCL is not passed in silence", () => {
  const calling = stackOf({ module: { x: { source: "./m" } } });
  const inside = (name: string) => ({
    "m/main.tf": `terraform {
  required_providers {
    scaleway = { source = "scaleway/scaleway" }
  }
}
variable "n" { default = "a" }
resource "scaleway_rdb_database" "d" {
  instance_id = "${INSTANCE}"
  name        = ${name}
}
output "name" { value = scaleway_rdb_database.d.name }
`,
  });
  const edit = new Edit(calling, calling, { before: inside("var.n"), after: inside('"z"') });
  const { code, out } = edit.checkByStateAlone(state);
  expect(code).toBe(0);
  expect(out).toContain("# module.x could not be checked");
  expect(out).toContain("rule unchecked;");
  expect(out).toContain("0 blocking, 1 warning");
});

test("optional-default-module: another default in the type of a variable replaces what takes it", () => {
  const calling = stackOf({ module: { x: { source: "./m", o: {} } } });
  const inside = (name: string) => ({
    "m/main.tf.json": JSON.stringify({
      terraform: { required_providers: { scaleway: { source: "scaleway/scaleway" } } },
      variable: { o: { type: `object({n = optional(string, "${name}")})` } },
      resource: { scaleway_rdb_database: { d: { instance_id: INSTANCE, name: "${var.o.n}" } } },
    }),
  });
  const edit = new Edit(calling, calling, { before: inside("a"), after: inside("b") });
  for (const { code, out } of [edit.check(), edit.check(state)]) {
    expect(code).toBe(1);
    expect(out).toContain("# module.x.scaleway_rdb_database.d must be replaced");
    expect(out).toContain('-/+ name = "a" -> "b"');
  }
});
