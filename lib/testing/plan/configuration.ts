import { TerraformStack, Testing } from "cdktf";

import { PlanError } from "./errors";
import { blocksOf, isObject, type Json, type JsonObject, objectAt, without } from "./json";

/** What is planned: a stack, or a parsed Terraform JSON configuration. */
export type Plannable = TerraformStack | object;

/** Values for the variables of a configuration, by name. */
export type Variables = Readonly<Record<string, unknown>>;

const credentials = ["access_key", "secret_key", "profile", "api_url"];

/**
 * The configuration of a stack as it is synthesized, or a copy of one that is given.
 *
 * @throws Error what the validations of the stack say
 * @throws PlanError for anything else
 */
export function configurationOf(subject: Plannable): JsonObject {
  const configuration: unknown = TerraformStack.isStack(subject) ? synthesized(subject) : subject;
  if (isObject(configuration)) return structuredClone(configuration);
  throw new PlanError("plan-failed", "Expected a stack, or a parsed Terraform JSON configuration.");
}

/** With the stack's aspects and validations, as in a synth, and with the metadata that Testing.synth leaves out. */
function synthesized(stack: TerraformStack): unknown {
  stack.prepareStack();
  Testing.synth(stack, true);
  return stack.toTerraform();
}

/** Takes out of a configuration what would reach the caller's state or account. */
export function madeOffline(configuration: JsonObject): JsonObject {
  const terraform = blocksOf(configuration.terraform).map((block) => without(block, "backend", "cloud"));
  const provider = objectAt(configuration, "provider");
  const scaleway = blocksOf(provider.scaleway).map((block) => without(block, ...credentials));
  return {
    ...configuration,
    terraform,
    ...(scaleway.length === 0 ? {} : { provider: { ...provider, scaleway } }),
  };
}

/** A configuration whose resources may all be destroyed, so that a plan shows what prevent_destroy would refuse. */
export function unprotected(configuration: JsonObject): JsonObject {
  const resource = Object.entries(objectAt(configuration, "resource")).map(([type, named]): [string, Json] => [
    type,
    isObject(named)
      ? Object.fromEntries(Object.entries(named).map(([name, body]) => [name, withoutProtection(body)]))
      : named,
  ]);
  return { ...configuration, resource: Object.fromEntries(resource) };
}

function withoutProtection(body: Json): Json {
  if (!isObject(body)) return body;
  const lifecycle = blocksOf(body.lifecycle).map((block) => without(block, "prevent_destroy"));
  return lifecycle.length === 0 ? body : { ...body, lifecycle };
}

/**
 * The values of a configuration's variables, as a tfvars file holds them.
 *
 * @throws PlanError when a variable has neither a value nor a default
 */
export function variablesFile(configuration: JsonObject, given: Variables): JsonObject {
  const declared = Object.entries(objectAt(configuration, "variable"));
  const missing = declared
    .filter(([name, body]) => name !== "//" && !blocksOf(body).some((block) => Object.hasOwn(block, "default")))
    .map(([name]) => name)
    .filter((name) => !Object.hasOwn(given, name));
  if (missing.length > 0) {
    const example = missing.map((name) => `${JSON.stringify(name)}: …`).join(", ");
    throw new PlanError(
      "variable-missing",
      `The configuration has variables without a value: ${missing.join(", ")}. ` +
        `Give them: planOf(stack, { variables: { ${example} } }).`,
    );
  }
  const names = new Set(declared.map(([name]) => name));
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name))) as Record<string, Json>;
}
