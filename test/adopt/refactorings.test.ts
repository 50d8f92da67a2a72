import { RecreationInputError } from "../../guard/lib/terraform/errors";
import { adoptionSummary } from "../../lib/adopt/adoption-summary";
import { readHcl } from "../../lib/adopt/hcl";
import { folderWith, runProgram, stateOf, UUID, written } from "./support";

const ID = `fr-par/${UUID}`;
const VPC = { id: ID, region: "fr-par", name: "v", tags: [] };
const hclOf = (main: string, more: Record<string, string> = {}) => readHcl(folderWith({ "main.tf": main, ...more }));
const block = (name: string) => `resource "scaleway_vpc" "${name}" {\n  name = "v"\n}\n`;
const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to = ${to}\n}\n`;
const removed = (from: string, destroy: boolean) =>
  `removed {\n  from = ${from}\n  lifecycle {\n    destroy = ${destroy}\n  }\n}\n`;
const summary = (adoption: Parameters<typeof adoptionSummary>[0]) =>
  adoptionSummary(adoption, { mode: "moved", program: "main.ts" });

describe("a move that no apply may have seen", () => {
  test("goes along where no state tells, also out of a module's file", async () => {
    const module = `${block("v")}${moved("scaleway_vpc.w", "scaleway_vpc.v")}`;
    const main = `${block("new")}${moved("scaleway_vpc.old", "scaleway_vpc.new")}module "m" {\n  source = "./m"\n}\n`;
    const { text } = written({ hcl: await hclOf(main, { "m/main.tf": module }) });
    expect(runProgram(text).configuration.moved).toEqual(
      expect.arrayContaining([
        { from: "scaleway_vpc.old", to: "scaleway_vpc.new" },
        { from: "module.m.scaleway_vpc.w", to: "module.m.scaleway_vpc.v" },
        expect.objectContaining({ from: "scaleway_vpc.new" }),
      ]),
    );
  });

  test("is taken into account where a state has the old address, with what is stated of the new one", async () => {
    const main = `resource "scaleway_vpc" "new" {\n  name = "v"\n  lifecycle {\n    ignore_changes = [tags]\n  }\n}\n${moved("scaleway_vpc.old", "scaleway_vpc.new")}`;
    const { text, pending } = written({ hcl: await hclOf(main), state: stateOf({ "scaleway_vpc.old": VPC }) });
    expect(pending).toEqual([]);
    expect(text).toContain('guard.moved("scaleway_vpc.old", old)');
    expect(text).toContain('"lifecycle.ignore_changes"');
  });
});

describe("a removal that no apply may have seen", () => {
  test.each([true, false])("goes along as it is (destroy = %p) where no state tells", async (destroy) => {
    const { text } = written({ hcl: await hclOf(`${block("v")}${removed("scaleway_vpc.gone", destroy)}`) });
    expect(runProgram(text).configuration.removed).toEqual([{ from: "scaleway_vpc.gone", lifecycle: { destroy } }]);
  });

  test("keeps what a state still has out of the stack, which forgets it", async () => {
    const state = stateOf({
      "scaleway_vpc.v": VPC,
      "scaleway_vpc.gone": { ...VPC, id: `fr-par/${UUID.replace("1", "2")}` },
    });
    const { text, left } = written({ hcl: await hclOf(`${block("v")}${removed("scaleway_vpc.gone", false)}`), state });
    expect(left).toEqual(["scaleway_vpc.gone"]);
    expect(runProgram(text).configuration.removed).toEqual([
      { from: "scaleway_vpc.gone", lifecycle: { destroy: false } },
    ]);
  });
});

test("an import that no apply may have seen goes along with the move, one of which has no effect", async () => {
  const main = `${block("v")}import {\n  to = scaleway_vpc.v\n  id = "${ID}"\n}\n`;
  const { configuration } = runProgram(written({ hcl: await hclOf(main) }).text);
  const [to] = Object.keys((configuration.resource as { scaleway_vpc: object }).scaleway_vpc);
  expect(configuration.import).toEqual([{ to: `scaleway_vpc.${to ?? ""}`, id: ID }]);
});

test("what is switched off is not in the stack", async () => {
  const main = `${block("v")}resource "scaleway_vpc" "off" {\n  name = "off"\n  lifecycle {\n    enabled = false\n  }\n}\n`;
  expect(written({ hcl: await hclOf(main) }).text).not.toContain('"off"');
});

describe("what a configuration states beside", () => {
  test("is in the list of what is not in the stack: actions, their triggers, and whatever else there is", async () => {
    const main = `
resource "scaleway_vpc" "v" {
  name = "v"
  lifecycle {
    action_trigger {
      events  = [after_update]
      actions = [action.scaleway_instance_server_action.reboot]
    }
  }
}
action "scaleway_instance_server_action" "reboot" {
  config {
    action = "reboot"
  }
}
`;
    const list = summary(written({ hcl: await hclOf(main) }));
    expect(list).toContain("scaleway_vpc.v: lifecycle.action_trigger: not in the stack");
    expect(list).toContain("action scaleway_instance_server_action.reboot: not in the stack");
  });

  test("protection that only OpenTofu can state is in it, too", async () => {
    const main = `variable "on" {\n  default = true\n}\nresource "scaleway_vpc" "v" {\n  name = "v"\n  lifecycle {\n    destroy = false\n    prevent_destroy = var.on\n  }\n}\n`;
    expect(summary(written({ hcl: await hclOf(main) }))).toContain(
      "scaleway_vpc.v: lifecycle.prevent_destroy = ${var.on}, lifecycle.destroy = false: not in the stack",
    );
  });
});

describe("a reference of the old configuration", () => {
  const state = () =>
    stateOf({
      "scaleway_lb_ip.i": { id: `fr-par-1/${UUID}`, ip_address: "192.0.2.1", zone: "fr-par-1" },
      "scaleway_domain_record.www": {
        id: "example.org/1",
        dns_zone: "example.org",
        name: "www",
        type: "A",
        data: "192.0.2.1",
        ttl: 300,
      },
    });
  const main = (data: string) => `
resource "scaleway_lb_ip" "i" {}
resource "scaleway_domain_record" "www" {
  dns_zone = "example.org"
  name     = "www"
  type     = "A"
  data     = ${data}
  ttl      = 300
}
`;

  test("stays one, whatever the state has as its value", async () => {
    const { configuration } = runProgram(
      written({ hcl: await hclOf(main("scaleway_lb_ip.i.ip_address")), state: state() }).text,
    );
    expect(JSON.stringify(configuration)).toMatch(/"data":"\$\{scaleway_lb_ip\.\w+\.ip_address\}"/);
  });

  test("is listed where it is in an expression, whose value the program has", async () => {
    const adoption = written({
      hcl: await hclOf(main('replace(scaleway_lb_ip.i.ip_address, "x", "y")')),
      state: state(),
    });
    expect(adoption.text).toContain('data: "192.0.2.1"');
    expect(summary(adoption)).toContain(
      "scaleway_domain_record.www: data: an expression that the program has as it is now",
    );
  });

  test("of what the provider may choose is stated, too", async () => {
    const server = {
      id: `fr-par-1/${UUID}`,
      name: "s",
      type: "PRO2-XS",
      zone: "fr-par-1",
      security_group_id: `fr-par-1/${UUID.replace("1", "3")}`,
    };
    const group = { id: server.security_group_id, name: "g", zone: "fr-par-1" };
    const text = `resource "scaleway_instance_security_group" "g" {\n  name = "g"\n}\nresource "scaleway_instance_server" "s" {\n  name = "s"\n  type = "PRO2-XS"\n  security_group_id = scaleway_instance_security_group.g.id\n}\n`;
    const adoption = written({
      hcl: await hclOf(text),
      state: stateOf({ "scaleway_instance_server.s": server, "scaleway_instance_security_group.g": group }),
    });
    expect(adoption.text).toMatch(/securityGroupId: g\w*\.(?:resource\.)?id/);
  });
});

test("the summary counts what there is, and says first what is left out", async () => {
  const main = `variable "n" {}\n${block("v")}resource "scaleway_vpc" "w" {\n  count = var.n\n  name = "w"\n}\n`;
  const [first, second] = summary(written({ hcl: await hclOf(main) })).split("\n");
  expect(first).toContain("1 of 2 Scaleway resources");
  expect(second).toContain("Not in it: scaleway_vpc.w;");
});

test("a provider block that the bindings refuse is an error of the input, not of the program", async () => {
  const main = `provider "scaleway" {\n  project_id = "16a79xxxxxxxx"\n}\n${block("v")}`;
  const hcl = await hclOf(main);
  expect(() => written({ hcl })).toThrow(RecreationInputError);
  expect(() => written({ hcl })).toThrow("projectId");
});

test("what another provider's configuration made has to leave the state first, since the stack has no such provider", () => {
  const state = stateOf({ "scaleway_vpc.v": VPC }) as { resources: object[] };
  const provider = 'provider["registry.terraform.io/hashicorp/random"].other';
  const other = { mode: "managed", type: "random_id", name: "r", provider, instances: [{ attributes: { id: "x" } }] };
  const adoption = written({ state: { ...state, resources: [...state.resources, other] } });
  expect(summary(adoption)).toContain("run terraform state rm 'random_id.r' first, which leaves it as it is");
});
