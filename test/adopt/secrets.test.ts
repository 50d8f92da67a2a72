import { adoptionSummary } from "../../lib/adopt/adoption-summary";
import { type HclConfiguration, readHcl } from "../../lib/adopt/hcl";
import { compileErrors } from "../support/compile";
import { folderWith, stateOf, UUID, written } from "./support";

const SECRET = "T0kenS3cret";
const hclOf = (main: string): Promise<HclConfiguration> => readHcl(folderWith({ "main.tf": main }));

/** A state in which one argument of each resource is marked. */
function markedState(instances: Parameters<typeof stateOf>[0], argument: string) {
  const state = stateOf(instances) as unknown as { resources: { instances: object[] }[] };
  for (const resource of state.resources)
    resource.instances = resource.instances.map((instance) => ({
      ...instance,
      sensitive_attributes: [[{ type: "get_attr", value: argument }]],
    }));
  return state;
}

describe("what a configuration marks is a secret though the state does not mark it", () => {
  const VPC = { id: `fr-par/${UUID}`, region: "fr-par", name: "v", tags: [SECRET, "plain"] };
  const vpc = (tags: string) => `
    variable "token" {
      default   = "${SECRET}"
      sensitive = true
    }
    resource "scaleway_vpc" "v" {
      name = "v"
      tags = [${tags}]
    }`;
  const state = stateOf({ "scaleway_vpc.v": VPC });

  test.each(["moved", "imported"] as const)("in a list (%s)", async (mode) => {
    const adoption = written({ state, hcl: await hclOf(vpc('var.token, "plain"')) }, mode);
    const { configuration } = adoption.trial;
    expect(adoption.text).toContain("tags: vTags.listValue");
    expect(adoption.text + JSON.stringify([configuration, adoption.lock])).not.toContain(SECRET);
    expect(adoptionSummary(adoption, { mode, program: "main.ts" })).not.toContain(SECRET);
  });

  test("and what it does not mark is none", async () => {
    const { text } = written({ state, hcl: await hclOf(vpc(`"${SECRET}", "plain"`)) });
    expect(text).toContain(`tags: ["${SECRET}", "plain"]`);
  });
});

describe("an id to import by that has a secret in it", () => {
  const BUCKET = { id: `fr-par/bkt-${SECRET}`, region: "fr-par", name: `bkt-${SECRET}`, project_id: UUID };

  test("is asked for, and is not sensitive, which Terraform does not take", () => {
    const adoption = written({ state: markedState({ "scaleway_object_bucket.b": BUCKET }, "name") }, "imported");
    expect(adoption.text).not.toContain(SECRET);
    expect(adoption.text).toMatch(/guard\.imported\(\w+, bImportId\.stringValue\)/);
    expect(adoption.text).toMatch(/new TerraformVariable\(this, "b_import_id", \{\s+type: "string",\s+description/);
    expect(compileErrors(adoption.text)).toEqual([]);
    const summary = adoptionSummary(adoption, { mode: "imported", program: "main.ts" });
    expect(summary).toContain("variable b_import_id: give it the value that is there now");
  });

  test("is none for a short word", () => {
    const vpc = { id: `fr-par/${UUID}`, region: "fr-par", name: "v", tags: ["fr", SECRET] };
    const { text } = written({ state: markedState({ "scaleway_vpc.v": vpc }, "tags") }, "imported");
    expect(text).toContain(`guard.imported(v, "fr-par/${UUID}")`);
  });

  test("and another one is written", () => {
    const adoption = written(
      { state: stateOf({ "scaleway_object_bucket.b": { ...BUCKET, name: "bkt" } }) },
      "imported",
    );
    expect(adoption.text).toContain(`guard.imported(b, "fr-par/bkt-${SECRET}")`);
  });
});

describe("what the provider does not mark, and holds secrets", () => {
  const state = stateOf({
    "scaleway_container_namespace.n": {
      id: `fr-par/${UUID}`,
      region: "fr-par",
      name: "n",
      environment_variables: { TOKEN: SECRET },
    },
    "scaleway_job_definition.j": {
      id: `fr-par/${UUID}`,
      name: "j",
      cpu_limit: 1,
      memory_limit: 1,
      args: ["--token", SECRET],
    },
    "scaleway_iot_route.r": {
      id: `fr-par/${UUID}`,
      name: "r",
      hub_id: `fr-par/${UUID}`,
      topic: "t",
      rest: [{ verb: "get", uri: `https://user:${SECRET}@a.example/${SECRET}`, headers: { Authorization: SECRET } }],
    },
    "scaleway_container_trigger.t": {
      id: `fr-par/${UUID}`,
      name: "t",
      container_id: `fr-par/${UUID}`,
      nats: [{ subject: "s", server_urls: [`nats://user:${SECRET}@a.example:4222`] }],
    },
  });

  test.each(["moved", "imported"] as const)("is asked for, and is in no program, lock or summary (%s)", (mode) => {
    const adoption = written({ state }, mode);
    const { configuration } = adoption.trial;
    expect(adoption.text + JSON.stringify([configuration, adoption.lock])).not.toContain(SECRET);
    expect(adoptionSummary(adoption, { mode, program: "main.ts" })).not.toContain(SECRET);
    expect(adoption.text).toMatch(
      /new TerraformVariable\(this, "n_environment_variables_TOKEN", \{\s+type: "string",\s+sensitive: true/,
    );
  });
});

test("tags that the state marks as secret become a variable of a bucket's construct", () => {
  const bucket = { id: "fr-par/acme-files", name: "acme-files", region: "fr-par", tags: { owner: SECRET } };
  const { text } = written({ state: markedState({ "scaleway_object_bucket.b": bucket }, "tags") });
  expect(text).not.toContain(SECRET);
  expect(text).toContain("tags:");
});
