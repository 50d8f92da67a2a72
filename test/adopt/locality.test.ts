import { adoptionSummary, readHcl } from "../../lib/adopt";
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
