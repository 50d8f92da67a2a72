import type { AdoptedProgram, AdoptionRequest } from "kapsule-guard/cli";

import { adopt } from "./adoption";
import { adoptionSummary } from "./adoption-summary";
import { readHcl } from "./hcl";
import { printStack } from "./print-stack";

/**
 * Writes a stack of a platform that exists, so that its first plan changes nothing: what `kapsule-guard adopt` does.
 *
 * @throws RecreationInputError for a state or a configuration that cannot be read
 */
export async function adoptProgram({
  state,
  hcl,
  stack,
  mode,
  file,
  onProgress,
}: AdoptionRequest): Promise<AdoptedProgram> {
  const adopted = adopt({
    ...(state === undefined ? {} : { state }),
    ...(hcl === undefined ? {} : { hcl: await readHcl(hcl) }),
    stack,
    mode,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  return {
    program: printStack(adopted, mode),
    lock: adopted.lock,
    summary: adoptionSummary(adopted, { mode, program: file }),
  };
}
