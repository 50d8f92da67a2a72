import fc from "fast-check";

import { type Base, bases } from "../../differential/configurations";
import { editsOf, kinds } from "../../differential/edits";
import { placesOf } from "../../differential/references";
import { shapes } from "../../differential/resources";
import { scenariosOf } from "../../differential/run";
import type { JsonObject } from "../../lib/terraform/values/json";
import { configuration } from "./support";

const example = configuration({ scaleway_vpc: { main: { name: "example" } } });
const trial = { seed: 7, edits: 1500, examples: [example] };
const scenarios = scenariosOf(trial);
const base: Base = {
  configuration: configuration(
    {
      scaleway_vpc_private_network: { a: { name: "${local.l0}", ipv4_subnet: [{ subnet: "172.16.0.0/22" }] } },
      scaleway_k8s_cluster: {
        a: { name: "main", private_network_id: "${scaleway_vpc_private_network.a.id}" },
        b: { name: "other" },
      },
    },
    { locals: { l0: "main" } },
  ),
  candidates: { "scaleway_vpc_private_network.b": {}, "scaleway_vpc.a": {}, "scaleway_vpc.b": {} },
};

/** Some of what one kind of edit makes of the base. */
function samplesOf(kind: string): JsonObject[] {
  const [edit] = kinds[kind]!;
  return fc.sample(edit(base)!, { seed: 1, numRuns: 50 });
}

const declaredIn = (edited: JsonObject) => placesOf(edited).map(({ address }) => address);

test("the same seed makes the same edits, another seed makes others", () => {
  expect(JSON.stringify(scenariosOf(trial))).toBe(JSON.stringify(scenarios));
  expect(JSON.stringify(scenariosOf({ ...trial, seed: 8 }))).not.toBe(JSON.stringify(scenarios));
});

test("configurations are of every resource type, and examples are among them", () => {
  const configurations = fc.sample(bases([example]), { seed: 7, numRuns: 500 }).map((each) => each.configuration);
  const types = new Set(configurations.flatMap((each) => placesOf(each).map(({ type }) => type)));
  expect([...types].sort()).toEqual(Object.keys(shapes).sort());
  expect(configurations.some((each) => declaredIn(each).includes("scaleway_vpc.main"))).toBe(true);
});

test("an edit is of every kind, and changes something", () => {
  const made = scenarios.flatMap(({ base: { configuration: before }, edits }) =>
    edits.map((edit) => ({ before, ...edit })),
  );
  expect([...new Set(made.flatMap((edit) => edit.kinds))].sort()).toEqual(Object.keys(kinds).sort());
  for (const { before, after } of made) expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
});

test("a configuration is closed: it declares every resource that it refers to", () => {
  for (const { configuration: one } of fc.sample(bases([example]), { seed: 1, numRuns: 100 })) {
    const named = [...JSON.stringify(one).matchAll(/\$\{(scaleway_\w+\.\w+)\./g)].map(([, address]) => address);
    expect(declaredIn(one)).toEqual(expect.arrayContaining(named));
  }
});

test("a rename takes the references along, and a move says so", () => {
  const renamed = samplesOf("rename").find((each) => declaredIn(each).includes("scaleway_vpc_private_network.a_new"))!;
  expect(JSON.stringify(renamed)).toContain("${scaleway_vpc_private_network.a_new.id}");
  expect(renamed.moved).toBeUndefined();
  for (const { moved } of samplesOf("move"))
    expect(moved).toEqual([{ from: expect.stringMatching(/\.[ab]$/), to: expect.stringMatching(/_new$/) }]);
});

test("what refers to a resource is removed with it", () => {
  const removed = samplesOf("remove").find((each) => !declaredIn(each).includes("scaleway_vpc_private_network.a"))!;
  expect(declaredIn(removed)).toEqual(["scaleway_k8s_cluster.b"]);
});

test("a reference that names another resource declares it", () => {
  const rewired = samplesOf("rewire").find((each) => JSON.stringify(each).includes("private_network.b.id"))!;
  expect(declaredIn(rewired)).toContain("scaleway_vpc_private_network.b");
});

test("a local changes to what suits the argument that it gives", () => {
  const values = new Set(samplesOf("setting").map(({ locals }) => (locals as JsonObject).l0));
  expect([...values].sort()).toEqual(["Main", "main", "other"]);
});

test("every third edit or so is two edits", () => {
  const edits = fc.sample(editsOf(base), { seed: 1, numRuns: 300 });
  const twice = edits.filter((edit) => edit.kinds.length === 2).length;
  expect(twice).toBeGreaterThan(50);
  expect(twice).toBeLessThan(150);
});
