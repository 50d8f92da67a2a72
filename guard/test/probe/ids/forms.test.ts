import { formOf, idForms } from "../../../probe/ids/forms";

const UUID = "11111111-1111-4111-8111-111111111111";
const state = (type: string, ...all: object[]) =>
  ({
    version: 4,
    resources: [{ mode: "managed", type, instances: all.map((attributes) => ({ attributes })) }],
  }) as never;

test.each([
  [UUID, "uuid"],
  [`fr-par/${UUID}`, "region/uuid"],
  [`fr-par-1/${UUID}/${UUID}`, "zone/uuid/uuid"],
  [`it-mil/${UUID}/admin`, "region/uuid/text"],
  ["fr-par/bucket", "region/text"],
  ["SCWXXXXXXXXXXXXXXXXX", "text"],
])("%s is %s", (id, form) => {
  expect(formOf(id)).toBe(form);
});

test("ids are found in blocks and lists, and those of the account and empty ones left out", () => {
  const inside = { private_ips: [{ id: UUID, address: "10.0.0.1" }], ip_ids: [UUID], vpc_id: "", project_id: UUID };
  expect(idForms([state("scaleway_x", { id: `fr-par/${UUID}`, ...inside })])).toEqual({
    scaleway_x: { id: "region/uuid", ip_ids: "uuid", "private_ips.id": "uuid" },
  });
});

test("what most states have counts, and only Scaleway's resources", () => {
  const states = [{ id: UUID }, { id: `fr-par/${UUID}` }, { id: `nl-ams/${UUID}` }];
  expect(idForms([state("scaleway_x", ...states), state("time_static", { id: "t" })])).toEqual({
    scaleway_x: { id: "region/uuid" },
  });
});
