import { join } from "node:path";

import { App, type TerraformStack } from "cdktf";
import { describeProblem, findProblems, type FoundProblem } from "kapsule-guard/checks";
import { configurationErrors, releaseOf, resolvedIn } from "kapsule-guard/provider";
import type { Surroundings } from "kapsule-guard/terraform";

import { isSuppressed } from "../core";
import { constructAt } from "./construct-at";
import { InvalidConfigurationError } from "./invalid-configuration-error";
import { Locations } from "./locations";
import { numberTokensIn } from "./number-tokens";
import { PlatformCheckError } from "./platform-check-error";
import { swallowedTokensIn } from "./swallowed-text";

/** One stack, as it is about to be written. */
export interface SynthesizedStack {
  readonly stack: TerraformStack;
  readonly configuration: unknown;
  readonly surroundings: Surroundings;
}

/**
 * Checks stacks by themselves, whatever they were before.
 *
 * @returns What to warn of.
 * @throws InvalidConfigurationError when the provider would refuse what a stack says
 * @throws PlatformCheckError when Terraform would plan a mistake
 */
export function checkConfigurations(stacks: readonly SynthesizedStack[]): string[] {
  const tokens = stacks.flatMap(({ stack, configuration }) => [
    ...numberTokensIn(configuration),
    ...swallowedTokensIn(stack),
  ]);
  if (tokens.length > 0) throw new InvalidConfigurationError(tokens);
  const errors = stacks.flatMap(refusedIn);
  if (errors.length > 0) throw new InvalidConfigurationError(errors);
  const open = stacks.flatMap((each) => {
    const others = stacks.filter((other) => other !== each).map(({ configuration }) => configuration);
    const locations = new Locations(each.stack);
    return openProblems(each, others).map((problem) => ({
      level: problem.check.level,
      text: locations.with(describeProblem(problem), problem.resource.path),
    }));
  });
  const problems = open.filter(({ level }) => level === "error");
  if (problems.length > 0) throw new PlatformCheckError(problems.map(({ text }) => text));
  return open.map(({ text }) => text);
}

/** What the provider would refuse in a stack, with the places. */
function refusedIn({ stack, configuration, surroundings }: SynthesizedStack): string[] {
  const release = releaseOf(configuration, resolvedIn(outputFolderOf(stack)), surroundings);
  const errors = configurationErrors(configuration, release);
  const locations = new Locations(stack);
  return errors.map(({ message, path }) => locations.with(message, path));
}

/** Where Terraform runs for a stack. */
export function outputFolderOf(stack: TerraformStack): string {
  const { manifest, outdir } = App.of(stack);
  return join(outdir, manifest.forStack(stack).workingDirectory);
}

/** The problems that nobody suppressed, on the resource's construct or on one around it. */
function openProblems(
  { stack, configuration, surroundings }: SynthesizedStack,
  others: readonly unknown[],
): FoundProblem[] {
  return findProblems(configuration, surroundings, others).filter(({ check, resource: { path } }) => {
    const construct = path === undefined ? stack : constructAt(stack.node.root, path.split("/"));
    return !isSuppressed(construct ?? stack, check.id);
  });
}
