import { readFileSync } from "node:fs";

import { TerraformStack } from "cdktf";

import { configurationOf, type Plannable, type Variables } from "./configuration";
import type { DataAnswers } from "./data-sources";
import { PlanError } from "./errors";
import { isObject } from "./json";
import { Plan } from "./plan";
import { withProgress } from "./progress";
import { Session } from "./session";
import { simulate, type State } from "./simulation";

/** How to plan. */
export interface PlanOptions {
  /**
   * What exists already: a stack or configuration that is taken to be applied, a parsed state (version 4), or the path
   * of a state file.
   *
   * @default - nothing
   */
  readonly deployed?: Plannable | State | string;
  /** Command or path of Terraform or OpenTofu. @default - `terraform`, and `tofu` where there is none */
  readonly terraform?: string;
  /** Values of variables that have no default. @default - none */
  readonly variables?: Variables;
  /** What data sources answer that the plan would read, by address such as `data.scaleway_vpc.main`. @default - none */
  readonly data?: DataAnswers;
}

/**
 * A real plan of a stack, made without an account and without asking any server: with dummy credentials, an API that
 * answers 404 on loopback, and `-refresh=false`. Backends, states and credentials of the caller are never used.
 *
 * The first plan on a machine downloads the providers into a cache that all plans share.
 *
 * @throws PlanError with the reason and the way out
 */
export async function planOf(subject: Plannable, options: PlanOptions = {}): Promise<Plan> {
  const configuration = configurationOf(subject);
  return Session.during(options, async (session) => {
    const state = await deployedState(session, options.deployed);
    const planned = await withProgress("Planning", session.plan(configuration, state));
    return new Plan(session.engine, planned);
  });
}

/**
 * The state that applying a stack would leave, without applying it. Computed values are made up, the same ones for the
 * same stack, and planning the stack over the state changes nothing. Give it to several plans as `deployed`.
 *
 * @throws PlanError with the reason and the way out
 */
export async function stateOf(subject: Plannable, options: Omit<PlanOptions, "deployed"> = {}): Promise<State> {
  const configuration = configurationOf(subject);
  return Session.during(options, (session) => simulate(session, configuration));
}

async function deployedState(session: Session, deployed: PlanOptions["deployed"]): Promise<State | undefined> {
  if (deployed === undefined) return undefined;
  if (typeof deployed === "string") return stateIn(deployed);
  if (TerraformStack.isStack(deployed) || !isState(deployed)) {
    return withProgress("Simulating what is deployed", simulate(session, configurationOf(deployed)));
  }
  return deployed;
}

function stateIn(file: string): State {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new PlanError("deployed-unreadable", `${file} cannot be read: ${(error as Error).message}`);
  }
  if (isState(parsed)) return parsed;
  throw new PlanError(
    "deployed-unreadable",
    `${file} is no Terraform state of version 4. Get one with \`terraform state pull\`.`,
  );
}

function isState(value: unknown): value is State {
  return isObject(value) && value.version === 4 && Array.isArray(value.resources);
}
