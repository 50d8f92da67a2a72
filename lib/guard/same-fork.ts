import { TerraformElement, TerraformStack } from "cdktf";

/** Its scope is that of the fork which this build of the library is for. */
const LIBRARY = "cdktf-scaleway-kapsule";
const [FORK = ""] = LIBRARY.split("-");
const OTHER = FORK === "cdktf" ? "cdktn" : "cdktf";

/** Only elements of cdktn have it, and its stacks call it on every element. */
const MARK = "_resetResolveDiscoveredProviderFeatureUsage";

/**
 * @throws Error for a stack of another copy of CDKTF, or of the other fork: constructs and Aspects of two copies do not
 * see each other, and synthesis fails deep inside, if it fails
 */
export function checkSameCopy(stack: TerraformStack): void {
  const { path } = stack.node;
  if (stack instanceof TerraformStack) return;
  throw new Error(
    `${path}: this stack is of another copy of ${FORK} than ${LIBRARY}, or of ${OTHER}. ` +
      `Keep one copy of ${FORK} (npm ls ${FORK} shows all); for stacks of ${OTHER}, install ${OTHER}-scaleway-kapsule.`,
  );
}

/** @throws Error for an element of the other fork in a stack, such as a resource of a prebuilt provider */
export function checkSameFork(stack: TerraformStack): void {
  const own = MARK in TerraformElement.prototype;
  const other = stack.node.findAll().find((node) => TerraformElement.isTerraformElement(node) && MARK in node !== own);
  if (other === undefined) return;
  throw new Error(
    `${other.node.path}: this ${other.constructor.name} is made for ${OTHER}, and the stack is of ${FORK}. ` +
      `Import it from a package for ${FORK}, or from bindings that \`${FORK} get\` makes.`,
  );
}
