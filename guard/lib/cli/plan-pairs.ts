import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { asList, isJsonObject, type Json, property } from "../terraform";
import type { ConfigurationFile } from "./configuration";
import { UsageError } from "./usage-error";

/** A plan, as Terraform shows it, and the file that it was read from. */
interface PlanFile {
  readonly file: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A plan, and the configuration whose approvals are about it. */
interface PlanPair extends PlanFile {
  readonly configuration: ConfigurationFile | undefined;
}

/**
 * Finds the configuration of each plan. The addresses of two stacks may be equal, so that an approval of the one would pass for one
 * of the other.
 *
 * @throws UsageError for a plan that belongs to none of the configurations, or to several
 */
export function pairedPlans(plans: readonly PlanFile[], configurations: readonly ConfigurationFile[]): PlanPair[] {
  if (configurations.length === 0) return plans.map((plan) => ({ ...plan, configuration: undefined }));
  const pairs = plans.map((plan) => ({ ...plan, configuration: configurationOf(plan, configurations, plans.length) }));
  checkOneEach(pairs);
  for (const { file, content, configuration } of pairs) checkIsOf(file, content, configuration);
  return pairs;
}

function configurationOf(
  { file }: PlanFile,
  configurations: readonly ConfigurationFile[],
  plans: number,
): ConfigurationFile {
  const folder = folderOf(file);
  const named = configurations.filter(({ stack }) => namesStack(file, stack));
  const inFolder = configurations.filter((each) => folderOf(each.file) === folder);
  const sameFolder = inFolder.filter((each) => named.length === 0 || named.includes(each));
  const sameStack = named.length > 0 ? named : configurations.filter(({ stack }) => liesInFolderOf(file, stack));
  const [found, second] = sameFolder.length > 0 ? sameFolder : sameStack;
  if (found !== undefined && second === undefined) return found;
  const [only, other] = configurations;
  const liesWithAnother = existsSync(join(dirname(file), "cdk.tf.json"));
  if (found === undefined && only !== undefined && other === undefined && plans === 1 && !liesWithAnother) return only;
  const stacks = configurations.map(({ stack }) => stack).join(", ");
  throw new UsageError(
    `plan ${file}: nothing tells which of the stacks ${stacks} it is a plan of, and the approvals of one are not those of another: ` +
      "put it into the stack's folder beside cdk.tf.json, or name it after the stack's id, such as platform.json",
  );
}

/** Two plans of one configuration are those of two states, of which its approvals are about one. */
function checkOneEach(pairs: readonly { readonly file: string; readonly configuration: ConfigurationFile }[]): void {
  const taken = new Map<ConfigurationFile, string>();
  for (const { file, configuration } of pairs) {
    const other = taken.get(configuration);
    taken.set(configuration, file);
    if (other === undefined) continue;
    throw new UsageError(
      `plans ${other} and ${file}: both would be those of stack ${configuration.stack}; give one plan for each configuration`,
    );
  }
}

/** A plan may be named after its stack: platform.json, platform.tfplan.json, plan-platform.json. */
function namesStack(file: string, stack: string): boolean {
  const name = basename(file).replace(/\.json$/, "");
  const names = [name, name.replace(/[._-]?(?:tf)?plan$/, ""), name.replace(/^(?:tf)?plan[._-]?/, "")];
  return names.includes(stack);
}

function liesInFolderOf(file: string, stack: string): boolean {
  return basename(dirname(resolve(file))) === stack;
}

function folderOf(file: string): string {
  return realpathSync(dirname(resolve(file)));
}

/** @throws UsageError for a plan of another text than the configuration's, whose approvals say nothing of it */
function checkIsOf(file: string, plan: PlanFile["content"], configuration: ConfigurationFile | undefined): void {
  if (configuration === undefined) return;
  const difference = differenceOf(plan, configuration.configuration);
  if (difference === undefined) return;
  throw new UsageError(
    `plan ${file}: it was not made of ${configuration.file}: ${difference}. Give each plan the configuration that it was made of, ` +
      "or plan again",
  );
}

function differenceOf(plan: PlanFile["content"], configuration: unknown): string | undefined {
  const planned = plannedResources(plan);
  if (planned === undefined) return undefined;
  for (const [address, body] of resourcesOf(configuration)) {
    const expressions = planned.get(address)?.expressions;
    if (expressions === undefined) return `${address} is not in the plan's configuration`;
    for (const [name, value] of Object.entries(body)) {
      const constant = constantOf(expressions[name]);
      if (constant === undefined || !isPlain(value) || String(value) === String(constant)) continue;
      return `${address} has another ${name}`;
    }
  }
  const known = new Set(resourcesOf(configuration).map(([address]) => address));
  const other = [...planned].find(([address, { mode }]) => mode === "managed" && !known.has(address));
  return other === undefined ? differenceOfProviders(plan, configuration) : `${other[0]} is not in it`;
}

/** Two stacks of one text may differ in nothing but the project or the region that their providers name. */
function differenceOfProviders(plan: PlanFile["content"], configuration: unknown): string | undefined {
  const planned = at(at(plan, "configuration"), "provider_config");
  for (const blocks of asList(at(configuration, "provider"))) {
    for (const body of asList(at(blocks, "scaleway"))) {
      const alias = at(body, "alias");
      const expressions = at(at(planned, typeof alias === "string" ? `scaleway.${alias}` : "scaleway"), "expressions");
      for (const name of ["organization_id", "project_id", "region", "zone"]) {
        const [value, constant] = [at(body, name), constantOf(at(expressions, name))];
        if (expressions === undefined || !isPlain(value)) continue;
        if (constant !== undefined && String(value) !== String(constant))
          return `provider scaleway has another ${name}`;
      }
    }
  }
  return undefined;
}

interface PlannedResource {
  readonly mode: unknown;
  readonly expressions: Readonly<Record<string, unknown>>;
}

/** The resources of the root module, as the configuration in the plan has them. */
function plannedResources(plan: PlanFile["content"]): Map<string, PlannedResource> | undefined {
  const root = at(at(plan, "configuration"), "root_module");
  if (root === undefined) return undefined;
  const resources = at(root, "resources");
  if (!Array.isArray(resources)) return new Map();
  return new Map(
    resources.flatMap((resource: unknown) => {
      const address = at(resource, "address");
      const expressions = (at(resource, "expressions") ?? {}) as PlannedResource["expressions"];
      return typeof address === "string" ? [[address, { mode: at(resource, "mode"), expressions }] as const] : [];
    }),
  );
}

function resourcesOf(configuration: unknown): [address: string, body: Record<string, Json>][] {
  const found: [string, Record<string, Json>][] = [];
  for (const blocks of asList(at(configuration, "resource"))) {
    for (const [type, named] of entriesOf(blocks)) {
      for (const labels of asList(named)) {
        for (const [name, bodies] of entriesOf(labels)) {
          const [body] = asList(bodies);
          if (isJsonObject(body) && type !== "//" && name !== "//") found.push([`${type}.${name}`, body]);
        }
      }
    }
  }
  return found;
}

function constantOf(expression: unknown): string | number | boolean | undefined {
  const value = isJsonObject(expression) ? property(expression, "constant_value") : undefined;
  return isPlain(value) ? value : undefined;
}

/** What is the same in a configuration and in its plan: no template, and no secret that Terraform leaves out. */
function isPlain(value: unknown): value is string | number | boolean {
  if (typeof value === "number" || typeof value === "boolean") return true;
  return typeof value === "string" && !/[$%]\{/.test(value) && value === value.normalize("NFC");
}

function at(value: unknown, key: string): Json | undefined {
  return isJsonObject(value) ? property(value, key) : undefined;
}

function entriesOf(value: unknown): [string, Json][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}
