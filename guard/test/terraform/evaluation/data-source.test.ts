import { dataArguments, opaqueData } from "../../../lib/terraform/evaluation/data-source";
import { once } from "../../../lib/terraform/evaluation/scope";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { Marked, type Value } from "../../../lib/terraform/values/value";
import { blockAt, rootOf } from "./modules";

const root = (type: string, body: JsonObject) =>
  rootOf({ data: { [type]: { d: body } }, locals: { name: "v" }, variable: { name: { default: "v" } } });
function ask(type: string, body: JsonObject): Value {
  const module = root(type, body);
  const block = blockAt(module, `data.${type}.d`);
  return opaqueData(block, dataArguments(block, module.evaluation, once));
}

test("a data source is asked what its arguments evaluate to, and not what is Terraform's own", () => {
  const module = root("scaleway_vpc", { name: "${local.name}", depends_on: ["x.y"], provider: "scaleway" });
  expect(dataArguments(blockAt(module, "data.scaleway_vpc.d"), module.evaluation, once)).toEqual(
    new Map([["name", "v"]]),
  );
});

test("the same question has the same answer, whatever it is", () => {
  expect(ask("scaleway_vpc", { name: "${local.name}" })).toEqual(ask("scaleway_vpc", { name: "v" }));
  expect(ask("scaleway_vpc", { name: "v" })).toMatchObject({ origin: "data-source" });
});

test("another question, or the same one to another data source, may have another answer", () => {
  expect(ask("scaleway_vpc", { name: "w" })).not.toEqual(ask("scaleway_vpc", { name: "v" }));
  expect(ask("scaleway_lb", { name: "v" })).not.toEqual(ask("scaleway_vpc", { name: "v" }));
});

test("a remote state is asked for by its place, without credentials", () => {
  const config = { bucket: "b", key: "k" };
  const asked = ask("terraform_remote_state", { backend: "s3", config: { ...config, secret_key: "hunter2" } });
  expect(asked).toEqual(ask("terraform_remote_state", { backend: "s3", config }));
  expect(asked).not.toEqual(ask("terraform_remote_state", { backend: "s3", config: { ...config, key: "other" } }));
});

test("marks of the question are marks of the answer", () => {
  const found = ask("scaleway_vpc", { name: "${var.name}" });
  expect(found).toBeInstanceOf(Marked);
  expect(found).toMatchObject({ marks: { fromVariableDefault: "name" } });
});
