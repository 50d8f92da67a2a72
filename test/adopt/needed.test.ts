import { adoptionSummary } from "../../lib/adopt/adoption-summary";
import { readHcl } from "../../lib/adopt/hcl";
import { compileErrors } from "../support/compile";
import { folderWith, runProgram, stateOf, UUID, written } from "./support";

const REGIONAL = `fr-par/${UUID}`;
const CONTAINER = {
  id: REGIONAL,
  region: "fr-par",
  namespace_id: REGIONAL,
  name: "web",
  privacy: "public",
  protocol: "http1",
};

const adopted = (instances: Parameters<typeof stateOf>[0]) => written({ state: stateOf(instances) });

describe("of a group of which one has to be said", () => {
  test("what the provider would choose is said as it is", () => {
    const { text, trial, changes } = adopted({ "scaleway_container.c": { ...CONTAINER, image: "nginx:1.29" } });
    expect(text).toContain('image: "nginx:1.29"');
    expect([trial.errors, changes]).toEqual([[], []]);
    expect(() => runProgram(text)).not.toThrow();
  });

  test("the member that the state has is, and no other", () => {
    const { text } = adopted({ "scaleway_container.c": { ...CONTAINER, registry_image: "rg.example/web:1" } });
    expect(text).toContain('registryImage: "rg.example/web:1"');
    expect(text).not.toMatch(/\bimage:/);
  });

  test("the simplest is asked for where the state has none", () => {
    const { text, trial } = adopted({ "scaleway_container.c": CONTAINER });
    expect(text).toContain("image: cImage.stringValue");
    expect(trial.errors).toEqual([]);
  });

  test("a block is said whole where it is one of them", () => {
    const name = { legal_form: "individual", firstname: "A", lastname: "B", email: "a@example.com" };
    const place = {
      phone_number: "+33.600000000",
      address_line_1: "1 rue A",
      zip: "75001",
      city: "Paris",
      country: "FR",
    };
    const owner_contact = [{ ...name, ...place }];
    const registration = { id: UUID, domain_names: ["example.com"], duration_in_years: 1, project_id: UUID };
    const { text, trial } = adopted({ "scaleway_domain_registration.d": { ...registration, owner_contact } });
    expect(text).toContain('email: "a@example.com"');
    expect(text).not.toContain("TerraformVariable");
    expect(trial.errors).toEqual([]);
  });

  test("nothing is added to one that is said", async () => {
    const hcl = await readHcl(
      folderWith({ "main.tf": 'resource "scaleway_iam_policy" "p" { no_principal = true }\n' }),
    );
    expect(written({ hcl }).text).toContain("noPrincipal: true");
    expect(written({ hcl }).text).not.toContain("groupId");
  });
});

test("what is refused beside something else is left to the provider", () => {
  const database = { id: REGIONAL, region: "fr-par", name: "d", node_type: "db-dev-s", engine: "PostgreSQL-16" };
  const restored = adopted({ "scaleway_rdb_instance.d": { ...database, snapshot_id: REGIONAL } });
  expect(restored.text).toContain("snapshotId:");
  expect(restored.text).not.toContain("engine:");
  expect(restored.trial.errors).toEqual([]);
  expect(adopted({ "scaleway_rdb_instance.d": database }).text).toContain('engine: "PostgreSQL-16"');
});

test("what is required and not in the state is asked for, and the program compiles", () => {
  const { text, trial } = adopted({ "scaleway_instance_user_data.u": { id: UUID, server_id: `fr-par-1/${UUID}` } });
  expect(text).toContain("key: uKey.stringValue");
  expect(text).toContain("value: uValue.stringValue");
  expect(trial.errors).toEqual([]);
  expect(compileErrors(text)).toEqual([]);
});

test("a check that would stop a synth is suppressed beside what the provider refuses", () => {
  const match = { ip_subnet: ["10.0.0.0/8"], http_filter: "", http_filter_value: [], invert: false };
  const ids = { id: `fr-par-1/${UUID.replaceAll("1", "2")}`, frontend_id: `fr-par-1/${UUID}` };
  const acl = { ...ids, name: "x", index: 1, action: [{ type: "allow", redirect: [] }], match: [match] };
  const other = `fr-par-1/${UUID.replaceAll("1", "3")}`;
  const frontend = { id: ids.frontend_id, name: "f", inbound_port: 80, lb_id: other, backend_id: other };
  const adoption = adopted({ "scaleway_lb_frontend.f": frontend, "scaleway_lb_acl.l": acl });
  expect(adoption.trial.errors).toMatchObject([{ address: "scaleway_lb_acl.l" }]);
  expect(adoption.problems).toMatchObject([{ check: "unkept-rule", address: "scaleway_lb_acl.l" }]);
});

test("what the provider would refuse all the same is told of", () => {
  const group = { id: `fr-par-1/${UUID}`, zone: "fr-par-1", name: "g", inbound_default_policy: "reject" };
  const adoption = adopted({ "scaleway_instance_security_group.g": group });
  expect(adoption.trial.errors).toMatchObject([{ address: "scaleway_instance_security_group.g" }]);
  const summary = adoptionSummary(adoption, { mode: "moved", program: "main.ts" });
  expect(summary).toMatch(/Left to do by hand:\n {2}.*inbound_default_policy is "reject"; .* A synth stops at it\./);
});
