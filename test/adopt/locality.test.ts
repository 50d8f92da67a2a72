import { adoptionSummary } from "../../lib/adopt/adoption-summary";
import { readHcl } from "../../lib/adopt/hcl";
import { folderWith, stateOf, UUID, written } from "./support";

const OTHER = "22222222-2222-2222-2222-222222222222";
const HCL = `
  provider "scaleway" {
    region = "fr-par"
    zone   = "fr-par-1"
  }
  provider "scaleway" {
    alias      = "nl"
    region     = "nl-ams"
    access_key = var.key
  }
  resource "scaleway_vpc" "a" { name = "a" }
  resource "scaleway_vpc" "b" {
    provider = scaleway.nl
    name = "b"
  }
  variable "key" {}`;
const vpc = (name: string, region: string, project_id: string) => ({
  id: `${region}/${UUID}`,
  name,
  region,
  project_id,
});
const STATE = { "scaleway_vpc.a": vpc("a", "fr-par", UUID), "scaleway_vpc.b": vpc("b", "nl-ams", UUID) };
const hcl = () => readHcl(folderWith({ "main.tf": HCL }));

test("a resource of another provider's region says so, and the others do not", async () => {
  const { text, changes } = written({ state: stateOf(STATE), hcl: await hcl() });
  expect(text).toContain('new Vpc(this, "b", { name: "b", region: "nl-ams" })');
  expect(text).toContain('new Vpc(this, "a", { name: "a" })');
  expect(changes).toEqual([]);
});

test("and without a state, too", async () => {
  const { text, changes } = written({ hcl: await hcl() });
  expect(text).toContain('new Vpc(this, "b", { name: "b", region: "nl-ams" })');
  expect(text).toContain('new Vpc(this, "a", { name: "a" })');
  expect(changes).toEqual([]);
});

test("a network of another provider's region does not say that one's zone", async () => {
  const main = `
    provider "scaleway" { region = "fr-par" }
    provider "scaleway" {
      alias  = "nl"
      region = "nl-ams"
      zone   = "nl-ams-2"
    }
    resource "scaleway_vpc_private_network" "n" {
      provider = scaleway.nl
      name = "n"
      vpc_id = "nl-ams/${UUID}"
      ipv4_subnet { subnet = "172.16.0.0/22" }
    }
    resource "scaleway_instance_security_group" "g" {
      provider = scaleway.nl
      name = "g"
    }`;
  const { text } = written({ hcl: await readHcl(folderWith({ "main.tf": main })) });
  expect(text).toMatch(/new PrivateNetwork\(this, "n", \{[^}]*region: "nl-ams"/);
  expect(text).not.toMatch(/new PrivateNetwork\(this, "n", \{[^}]*zone:/);
  expect(text).toContain('new InstanceSecurityGroup(this, "g", { name: "g", zone: "nl-ams-2" })');
});

test("what the other provider says beside places is left to do by hand", async () => {
  const adoption = written({ state: stateOf(STATE), hcl: await hcl() });
  const summary = adoptionSummary(adoption, { mode: "moved", program: "main.ts" });
  expect(summary).toContain("provider scaleway.nl: access_key: not in the stack");
  expect(summary).not.toContain("provider scaleway:");
});

test("the project that most are in is the provider's, and others say theirs", () => {
  const state = stateOf({ ...STATE, "scaleway_vpc.c": vpc("c", "fr-par", OTHER) });
  const { text, changes } = written({ state });
  expect(text).toContain(`projectId: "${UUID}",`);
  expect(text).toContain(`new Vpc(this, "c", { name: "c", projectId: "${OTHER}" })`);
  expect(changes).toEqual([]);
});

describe("of a configuration alone", () => {
  const PROJECT = "22222222-2222-2222-2222-222222222222";
  const main = (defaults: string, nl: string, more = "") => `
    provider "scaleway" {
      ${defaults}
    }
    provider "scaleway" {
      alias = "nl"
      ${nl}
    }
    variable "region" {}
    resource "scaleway_vpc" "a" { name = "a" }
    resource "scaleway_vpc" "b" {
      provider = scaleway.nl
      name = "b"
    }
    resource "scaleway_instance_ip" "i" { provider = scaleway.nl }
    ${more}`;
  const adopted = async (...parts: Parameters<typeof main>) =>
    written({ hcl: await readHcl(folderWith({ "main.tf": main(...parts) })) });

  test("what an alias says is not everybody's", async () => {
    const nl = `region = "nl-ams"\nproject_id = "${PROJECT}"`;
    const { text, changes } = await adopted('region = "fr-par"', nl);
    expect(text).toContain('new ScalewayProvider(this, "scaleway", { region: "fr-par" });');
    expect(text).toContain('new Vpc(this, "a", { name: "a" })');
    expect(text).toMatch(
      new RegExp(`new Vpc\\(this, "b", \\{\\s+name: "b",\\s+region: "nl-ams",\\s+projectId: "${PROJECT}"`),
    );
    expect(text).toMatch(new RegExp(`new InstanceIp\\(this, "i", \\{\\s+projectId: "${PROJECT}"`));
    expect(changes).toEqual([]);
  });

  test("neither is what resources say", async () => {
    const { text } = await adopted("", "", 'resource "scaleway_lb_ip" "l" { zone = "pl-waw-1" }');
    expect(text).toContain('new ScalewayProvider(this, "scaleway", {});');
    expect(text).toContain('new LoadBalancerIp(this, "l", { zone: "pl-waw-1" })');
  });

  test("a provider's region by a variable stays one", async () => {
    const { text, changes } = await adopted(
      'region = var.region\nzone = "${var.region}-1"',
      'region = "nl-ams"\nzone = "nl-ams-2"',
    );
    expect(text).toContain('new TerraformVariable(this, "region", {');
    expect(text).toContain("region: region.stringValue");
    expect(text).toContain("zone: zone.stringValue");
    expect(text).toContain('new Vpc(this, "b", { name: "b", region: "nl-ams" })');
    expect(changes).toEqual([]);
  });

  test("and an alias's, too", async () => {
    const { text, ...adoption } = await adopted('region = "fr-par"', "region = var.region");
    expect(text).toContain('new Vpc(this, "a", { name: "a" })');
    expect(text).toMatch(/new VpcResource\(this, "b", \{\s+name: "b",\s+region: region.stringValue,/);
    const summary = adoptionSummary(adoption, { mode: "moved", program: "main.ts" });
    expect(summary).toContain("scaleway_vpc.b: replace, unless region stays as it is");
    expect(summary).toContain("variable region: give it the value that is there now");
  });

  test("what an alias leaves to the environment and the provider says is asked for, once", async () => {
    const { text } = await adopted(`project_id = "${PROJECT}"`, 'region = "nl-ams"');
    expect(text.match(/new TerraformVariable/g)).toHaveLength(1);
    expect(text).toContain('description: "project_id of provider scaleway.nl"');
    expect(text).toMatch(/new InstanceIp\(this, "i", \{\s+projectId: nlProjectId.stringValue,/);
  });
});

test("with a state, the zone is one of the region that the provider says", () => {
  const of = (zone: string) => ({ id: `${zone}/${UUID}`, zone, project_id: UUID });
  const instances = { "scaleway_lb_ip.a": of("nl-ams-1"), "scaleway_lb_ip.b": of("nl-ams-1") };
  const configuration = { provider: { scaleway: { region: "fr-par" } } };
  const { text } = written({ state: stateOf(instances), hcl: { configuration, surroundings: {} } });
  expect(text).toContain('region: "fr-par",\n      zone: "fr-par-1",');
  expect(text).toContain('new LoadBalancerIp(this, "a", { zone: "nl-ams-1" })');
});
