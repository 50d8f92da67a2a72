import { join } from "node:path";

import { App, type TerraformStack } from "cdktf";
import { describeProblem, findProblems, type FoundProblem } from "kapsule-guard/checks";
import { configurationErrors } from "kapsule-guard/provider";
import type { ModuleFiles } from "kapsule-guard/terraform";

import { suppressionsOf } from "../core";
import { InvalidConfigurationError } from "./invalid-configuration-error";
import { numberTokensIn } from "./number-tokens";
import { PlatformCheckError } from "./platform-check-error";
import { swallowedTextsIn } from "./swallowed-text";

/** One stack, as it is about to be written. */
export interface SynthesizedStack {
  readonly stack: TerraformStack;
  readonly configuration: unknown;
  readonly modules: ModuleFiles;
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
    ...swallowedTextsIn(stack),
  ]);
  if (tokens.length > 0) throw new InvalidConfigurationError(tokens);
  const errors = stacks.flatMap(({ stack, configuration }) =>
    configurationErrors(configuration, outputFolderOf(stack)),
  );
  if (errors.length > 0) throw new InvalidConfigurationError(errors.map(({ message }) => message));
  const open = stacks.flatMap(openProblems);
  const problems = open.filter(({ check }) => check.level === "error");
  if (problems.length > 0) throw new PlatformCheckError(problems.map(describeProblem));
  return open.map(describeProblem);
}

/** Where Terraform runs for a stack. */
export function outputFolderOf(stack: TerraformStack): string {
  const { manifest, outdir } = App.of(stack);
  return join(outdir, manifest.forStack(stack).workingDirectory);
}

/** The problems that nobody suppressed, on the resource's construct or on one around it. */
function openProblems({ stack, configuration, modules }: SynthesizedStack): FoundProblem[] {
  const found = findProblems(configuration, modules);
  if (found.length === 0) return [];
  const suppressed = stack.node.root.node
    .findAll()
    .flatMap((construct) => suppressionsOf(construct).map(({ check }) => ({ check, path: construct.node.path })));
  return found.filter(
    ({ check, resource: { path } }) =>
      !suppressed.some((each) => each.check === check.id && isWithin(path ?? stack.node.path, each.path)),
  );
}

function isWithin(path: string, outer: string): boolean {
  return outer === "" || path === outer || path.startsWith(`${outer}/`);
}
