import { compileErrors } from "../support/compile";
import { runProgram, stateOf, UUID, written } from "./support";

const VPC = { id: `fr-par/${UUID}`, region: "fr-par", name: "v" };
const GROUP = { id: `fr-par-1/${UUID}`, zone: "fr-par-1", name: "g" };

test.each(["Default", "Resource", "constructor", "toString", "__proto__"])("a resource called %s has an id", (name) => {
  const state = stateOf({ [`scaleway_vpc.${name}`]: VPC, "scaleway_instance_security_group.g": GROUP });
  const { text, trial } = written({ state });
  expect(compileErrors(text)).toEqual([]);
  expect([...trial.addresses.values()].filter(({ name: given }) => /^(?:Default|Resource)?$/.test(given))).toEqual([]);
  expect(Object.keys(runProgram(text).configuration.resource as object)).toHaveLength(2);
});

test.each(["terraform", "app", "recreation-guard"])("a stack called %s has a class of its own", (stack) => {
  const text = written({ state: stateOf({ "scaleway_vpc.v": VPC }) }, "moved", stack).text;
  expect(compileErrors(text)).toEqual([]);
  expect(text).toContain(`(app, "${stack}");`);
});

test("a stack called terraform does not extend itself", () => {
  const { text } = written({ state: stateOf({ "scaleway_vpc.v": VPC }) }, "moved", "terraform");
  expect(text).toContain("class TheTerraformStack extends TerraformStack");
});

test("keys that would be templates are none in a moved block", () => {
  const address = 'scaleway_lb_ip.ip["é${x}"]';
  const { trial, changes } = written({ state: stateOf({ [address]: { id: `fr-par-1/${UUID}`, zone: "fr-par-1" } }) });
  expect(trial.configuration.moved).toMatchObject([{ from: 'scaleway_lb_ip.ip["é$${x}"]' }]);
  expect(changes).toEqual([]);
});
