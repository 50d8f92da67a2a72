import { TerraformStack } from "cdktf";
import {
  blockAddress,
  type DataAnswers,
  dataSourcesIn,
  Plan,
  PlanError,
  Session,
  simulate,
  type State,
  type Variables,
  variablesIn,
} from "kapsule-guard/engine";
import { FileError, JsonError, parseJson, readText } from "kapsule-guard/files";
import { isJsonObject, type JsonObject } from "kapsule-guard/terraform";
import { withProgress } from "kapsule-guard/text";

import { configurationOf, type Plannable } from "./stack-configuration";

/** How to plan. */
export interface PlanOptions {
  /**
   * What exists already: a stack or configuration that is taken to be applied, a parsed state (version 4), or the path
   * of a state file.
   *
   * @default - nothing
   */
  readonly deployed?: Plannable | State | string | undefined;
  /** Command or path of Terraform or OpenTofu. @default - `terraform`, and `tofu` where there is none */
  readonly terraform?: string | undefined;
  /** Values of variables that have no default. @default - none */
  readonly variables?: Variables | undefined;
  /**
   * What data sources and ephemeral resources answer that the plan would read, by address such as `data.scaleway_vpc.main`.
   *
   * @default - none
   */
  readonly data?: DataAnswers | undefined;
}

/**
 * A real plan of a stack, made without an account and without asking any server: with dummy credentials, an API that
 * answers 404 on loopback, and `-refresh=false`. Backends, states and credentials of the caller are never used.
 *
 * The first plan on a machine downloads the providers into a cache that all plans share.
 *
 * @throws PlanError with the reason and what to do
 */
export async function planOf(subject: Plannable, options: PlanOptions = {}): Promise<Plan> {
  const configuration = configurationOf(subject);
  const deployed = deployedIn(options.deployed);
  checkNames(options, "state" in deployed ? [configuration] : [configuration, deployed.configuration]);
  return Session.during(options, async (session) => {
    const state = await stateIn(session, deployed);
    const planned = await withProgress("Planning", session.plan(configuration, state));
    return new Plan(session.engine, planned);
  });
}

/**
 * The state that applying a stack would leave, without applying it. Computed values are made up, the same ones for the
 * same stack, and planning the stack over the state changes nothing. Give it to several plans as `deployed`.
 *
 * @throws PlanError with the reason and what to do
 */
export async function stateOf(subject: Plannable, options: Omit<PlanOptions, "deployed"> = {}): Promise<State> {
  const configuration = configurationOf(subject);
  checkNames(options, [configuration]);
  return Session.during(options, (session) => simulate(session, configuration));
}

/** What exists: a state, or a configuration that is taken to be applied. */
type Deployed = { readonly state: State | undefined } | { readonly configuration: JsonObject };

function deployedIn(deployed: PlanOptions["deployed"]): Deployed {
  if (deployed === undefined) return { state: undefined };
  if (typeof deployed === "string") return { state: stateInFile(deployed) };
  if (isState(deployed)) return { state: deployed };
  if (TerraformStack.isStack(deployed) || isConfiguration(deployed))
    return { configuration: configurationOf(deployed) };
  throw new PlanError(
    "deployed-unreadable",
    "deployed is neither a stack, nor a Terraform JSON configuration, nor a state of version 4, as `terraform state pull` " +
      "prints it.",
  );
}

async function stateIn(session: Session, deployed: Deployed): Promise<State | undefined> {
  if ("state" in deployed) return deployed.state;
  return withProgress("Simulating what is deployed", simulate(session, deployed.configuration));
}

/** No state comes near this. */
const LARGEST_STATE = 512 * 1024 * 1024;

function stateInFile(file: string): State {
  let parsed: unknown;
  try {
    const text = readText(file, { largest: LARGEST_STATE });
    if (text === undefined) throw new PlanError("deployed-unreadable", `${file} cannot be read: there is no such file`);
    parsed = parseJson(text);
  } catch (error) {
    if (error instanceof JsonError)
      throw new PlanError("deployed-unreadable", `${file} cannot be read: ${error.message}`);
    throw error instanceof FileError ? new PlanError("deployed-unreadable", error.message) : error;
  }
  if (isState(parsed)) return parsed;
  throw new PlanError(
    "deployed-unreadable",
    `${file} is no Terraform state of version 4. Get one with \`terraform state pull\`.`,
  );
}

function isState(value: unknown): value is State {
  return isJsonObject(value) && value.version === 4 && Array.isArray(value.resources);
}

function isConfiguration(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    ["data", "module", "provider", "resource", "terraform"].some((name) => Object.hasOwn(value, name))
  );
}

const optionNames = ["data", "deployed", "terraform", "variables"];

/** A misspelt name would plan something else than was meant. */
function checkNames(options: PlanOptions, configurations: readonly JsonObject[]): void {
  const others = Object.keys(options).filter((name) => !optionNames.includes(name));
  if (others.length > 0) {
    throw new PlanError("option-unknown", `planOf has no option ${others.join(", ")}, only ${optionNames.join(", ")}.`);
  }
  const { variables = {}, data = {} } = options;
  const known = {
    variables: configurations.flatMap((each) => [...variablesIn(each).keys()]),
    data: configurations.flatMap(dataSourcesIn),
  };
  const unknown = {
    variables: Object.keys(variables).filter((name) => !known.variables.includes(name)),
    data: Object.keys(data).filter((address) => !known.data.includes(blockAddress(address))),
  };
  for (const option of ["variables", "data"] as const) {
    if (unknown[option].length === 0) continue;
    const there =
      known[option].length === 0 ? "it has none" : `it has ${[...new Set(known[option])].sort().join(", ")}`;
    throw new PlanError(
      "option-unknown",
      `${option} of planOf names ${unknown[option].join(", ")}, which the configuration has not: ${there}.`,
    );
  }
}
