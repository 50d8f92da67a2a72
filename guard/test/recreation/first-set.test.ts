import { lockOf } from "../../lib/recreation/baseline/lock/lock";
import { findRecreations } from "../../lib/recreation/find";

const server = { type: "DEV1-S", image: "ubuntu_jammy", zone: "fr-par-1" };
const rules = {
  security_group_id: "${scaleway_instance_server.s.security_group_id}",
  inbound_rule: [{ action: "accept" }],
};
const configuration = (given: object, group = {}) => ({
  resource: {
    scaleway_instance_server: { s: { ...server, ...given } },
    scaleway_instance_security_group_rules: { r: rules },
    ...group,
  },
});
const GROUP = { scaleway_instance_security_group: { g: { zone: "fr-par-1" } } };

const found = (after: object) => {
  const before = configuration({});
  return [before, lockOf(before, { stack: "s" })].map((each) =>
    findRecreations({ before: each, after }).map(
      ({ address, certainty, action }) => `${address} ${certainty} ${action}`,
    ),
  );
};

test("an argument that is set for the first time, to what is new, replaces what refers to it, from a lock as from a configuration", () => {
  const after = configuration({ security_group_id: "${scaleway_instance_security_group.g.id}" }, GROUP);
  const expected = ["scaleway_instance_security_group_rules.r will replace"];
  expect(found(after)).toEqual([expected, expected]);
});

test("set to what exists, it may: what the provider chose is not known", () => {
  const after = configuration({ security_group_id: "fr-par-1/11111111-1111-1111-1111-111111111111" });
  const expected = ["scaleway_instance_security_group_rules.r may replace"];
  expect(found(after)).toEqual([expected, expected]);
});

test("left as it is, or beside another edit, it replaces nothing", () => {
  expect(found(configuration({}))).toEqual([[], []]);
  expect(found(configuration({ tags: ["a"] }))).toEqual([[], []]);
});
