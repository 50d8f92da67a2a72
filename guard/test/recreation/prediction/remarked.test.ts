import { findRecreations } from "../../../lib/recreation/find";
import type { JsonObject } from "../../../lib/terraform/values/json";

const TRIGGER = { replace_triggered_by: ["scaleway_vpc.source"] };
const configuration = (sensitive: boolean, source: JsonObject, lifecycle: JsonObject = TRIGGER): JsonObject => ({
  variable: { secret: { type: "string", default: "s", ...(sensitive ? { sensitive } : {}) } },
  resource: { scaleway_vpc: { source, target: { name: "t", lifecycle } } },
});
const state = (marked: readonly string[], source: JsonObject): JsonObject => {
  const resource = (name: string, attributes: JsonObject, secrets: readonly string[] = []): JsonObject => ({
    mode: "managed",
    type: "scaleway_vpc",
    name,
    provider: 'provider["registry.terraform.io/scaleway/scaleway"]',
    instances: [
      {
        attributes: { id: `fr-par/${name}`, ...attributes },
        sensitive_attributes: secrets.map((value) => [{ type: "get_attr", value }]),
      },
    ],
  });
  return { version: 4, resources: [resource("source", source, marked), resource("target", { name: "t" })] };
};
const found = (input: Parameters<typeof findRecreations>[0]) =>
  findRecreations(input).map(({ certainty, action, address }) => `${certainty} ${action} ${address}`);

const LOST = ["will replace scaleway_vpc.target"];
const NAMED = { name: "${var.secret}" };

/** As `terraform plan` shows: an update of the source in which no value changes. */
test.each<[string, boolean, boolean]>([
  ["becomes a secret", false, true],
  ["is no secret any more", true, false],
])("a value that %s fires what waits for a change", (_, before, after) => {
  const input = { before: configuration(before, NAMED), after: configuration(after, NAMED) };
  expect(found(input)).toEqual(LOST);
  expect(found({ ...input, state: state(before ? ["name"] : [], { name: "s" }) })).toEqual(LOST);
});

test("so it does for a write-only argument, of which a state has the mark alone, and for the argument itself", () => {
  const database = (sensitive: boolean, lifecycle: JsonObject): JsonObject => ({
    variable: { secret: { type: "string", ...(sensitive ? { sensitive } : {}) } },
    resource: {
      scaleway_rdb_user: { u: { instance_id: "i", name: "n", password_wo: "${var.secret}", password_wo_version: 1 } },
      scaleway_vpc: { target: { name: "t", lifecycle } },
    },
  });
  const [user, target] = [
    { instance_id: "i", name: "n", password_wo: null, password_wo_version: 1, id: "i/n" },
    { name: "t", id: "fr-par/t" },
  ];
  const resources = [
    {
      mode: "managed",
      type: "scaleway_rdb_user",
      name: "u",
      instances: [{ attributes: user, sensitive_attributes: [[{ type: "get_attr", value: "password_wo" }]] }],
    },
    { mode: "managed", type: "scaleway_vpc", name: "target", instances: [{ attributes: target }] },
  ];
  for (const trigger of ["scaleway_rdb_user.u", "scaleway_rdb_user.u.password_wo"]) {
    const lifecycle = { replace_triggered_by: [trigger] };
    const [before, after] = [database(true, lifecycle), database(false, lifecycle)];
    expect(found({ before, after, state: { version: 4, resources } })).toEqual(LOST);
    expect(found({ before, after: before, state: { version: 4, resources } })).toEqual([]);
  }
  const other = { replace_triggered_by: ["scaleway_rdb_user.u.name"] };
  const [before, after] = [database(true, other), database(false, other)];
  expect(found({ before, after, state: { version: 4, resources } })).toEqual([]);
});

test.each<[string, JsonObject]>([
  ["that is ignored", { ...NAMED, lifecycle: { ignore_changes: ["name"] } }],
  ["with all else ignored", { ...NAMED, lifecycle: { ignore_changes: "all" } }],
  ["that the code says is none", { name: '${nonsensitive(var.secret == "" ? "a" : "b")}' }],
])("a value %s fires nothing", (_, source) => {
  expect(found({ before: configuration(true, source), after: configuration(false, source) })).toEqual([]);
});
