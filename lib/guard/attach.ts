import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

import { providerErrors, sharedAddressErrors, Slot } from "../core";
import { RecreationGuard } from "./recreation-guard";
import { checkSameCopy } from "./same-fork";

/** Whether the checks of a stack are there; two copies of the library in one app add nothing twice. */
const attached = new Slot("StackChecks", () => false);

/**
 * Has the stack of a construct watched over as a whole, from its first construct on: by the recreation guard, and by
 * checks of addresses and providers at synth. Every construct of the library calls it, and only the first call of a stack does something.
 *
 * @throws Error for a construct that is in no stack, or in one of another copy of CDKTF
 */
export function attachGuard(scope: IConstruct): void {
  const stack = TerraformStack.of(scope);
  checkSameCopy(stack);
  if (attached.in(stack)) return;
  attached.put(stack, true);
  RecreationGuard.of(stack);
  stack.node.addValidation({ validate: () => [...providerErrors(stack), ...sharedAddressErrors(stack)] });
}
