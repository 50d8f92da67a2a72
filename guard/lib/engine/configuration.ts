import { blocksOf, type Json, type JsonObject } from "../terraform";
import { PlanError } from "./errors";
import { objectAt, without } from "./json";

/** Values for the variables of a configuration, by name. */
export type Variables = Readonly<Record<string, unknown>>;

const credentials = ["access_key", "secret_key", "profile", "api_url"];

/** Takes out of a configuration what would reach the caller's state or account. */
export function madeOffline(configuration: JsonObject): JsonObject {
  const terraform = blocksOf(configuration.terraform).map((block) => without(block, "backend", "cloud"));
  const own = new Set(["scaleway", ...terraform.flatMap(namesOfScaleway)]);
  const provider = blocksOf(configuration.provider).map((section) =>
    Object.fromEntries(
      Object.entries(section).map(([name, blocks]): [string, Json] => [
        name,
        own.has(name) ? blocksOf(blocks).map((block) => without(block, ...credentials)) : blocks,
      ]),
    ),
  );
  return { ...configuration, terraform, ...(provider.length === 0 ? {} : { provider }) };
}

/** The local names under which a configuration requires the Scaleway provider. */
function namesOfScaleway(terraform: JsonObject): string[] {
  return blocksOf(terraform.required_providers)
    .flatMap((required) => Object.keys(required).map((name) => [name, objectAt(required, name)] as const))
    .filter(([, { source }]) => typeof source === "string" && /(?:^|\/)scaleway\/scaleway$/.test(source))
    .map(([name]) => name);
}

/** A configuration whose resources may all be destroyed, so that a plan shows what prevent_destroy would refuse. */
export function unprotected(configuration: JsonObject): JsonObject {
  const inEach = (value: Json, change: (block: JsonObject) => JsonObject): Json => blocksOf(value).map(change);
  const inside = (section: JsonObject, change: (value: Json) => Json): JsonObject =>
    Object.fromEntries(Object.entries(section).map(([name, value]) => [name, name === "//" ? value : change(value)]));
  const resource = inEach(configuration.resource ?? [], (section) =>
    inside(section, (named) => inEach(named, (names) => inside(names, (bodies) => inEach(bodies, withoutProtection)))),
  );
  return { ...configuration, ...(configuration.resource === undefined ? {} : { resource }) };
}

function withoutProtection(body: JsonObject): JsonObject {
  const lifecycle = blocksOf(body.lifecycle).map((block) => without(block, "prevent_destroy"));
  return lifecycle.length === 0 ? body : { ...body, lifecycle };
}

/**
 * The values of a configuration's variables, as a tfvars file holds them.
 *
 * @throws PlanError when a variable has neither a value nor a default
 */
export function variablesFile(configuration: JsonObject, given: Variables): JsonObject {
  const declared = variablesIn(configuration);
  const missing = [...declared]
    .filter(([name, block]) => given[name] === undefined && !Object.hasOwn(block, "default"))
    .map(([name]) => name);
  if (missing.length > 0) {
    const example = missing.map((name) => `${JSON.stringify(name)}: …`).join(", ");
    throw new PlanError(
      "variable-missing",
      `The configuration has variables without a value: ${missing.join(", ")}. ` +
        `Give them: planOf(stack, { variables: { ${example} } }).`,
    );
  }
  const values = Object.entries(given).filter(([name, value]) => declared.has(name) && value !== undefined);
  return Object.fromEntries(values) as Record<string, Json>;
}

/** The variable blocks of a configuration, by name. */
export function variablesIn(configuration: JsonObject): Map<string, JsonObject> {
  const named = blocksOf(configuration.variable).flatMap((section) => Object.entries(section));
  return new Map(
    named
      .filter(([name]) => name !== "//")
      .map(([name, body]) => [name, Object.assign({}, ...blocksOf(body)) as JsonObject]),
  );
}

/** A configuration in which the variables have the given values as defaults. */
export function withVariables(configuration: JsonObject, given: Variables): JsonObject {
  const variables = [...variablesIn(configuration)].map(([name, block]): [string, Json] => [
    name,
    given[name] === undefined ? block : { ...block, default: given[name] as Json },
  ]);
  return { ...configuration, variable: Object.fromEntries(variables) };
}
