import { join } from "node:path";

import { TerraformElement, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

import { FORK, Slot } from "../core";

const { core: OWN, library: LIBRARY } = FORK;
const OTHER = OWN === "cdktf" ? "cdktn" : "cdktf";

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
    `${path}: this stack is of another copy of ${OWN} than ${LIBRARY}, or of ${OTHER}. ` +
      `Keep one copy of ${OWN} (npm ls ${OWN} shows all); for stacks of ${OTHER}, install ${OTHER}-scaleway-kapsule.`,
  );
}

const OWN_COPY = { folder: join(__dirname, "..") };
/** Which copy of the library came first in an app. */
const firstCopy = new Slot("copy", () => OWN_COPY);

/**
 * @throws Error for an app that another copy of the library guards stacks of: each would judge some of them, and write the files of
 * some
 */
export function checkOnlyLibrary(root: IConstruct): void {
  const first = firstCopy.in(root);
  if (first === OWN_COPY) return;
  throw new Error(
    `two copies of ${LIBRARY} are in this app, ${first.folder} and ${OWN_COPY.folder}: keep one (npm ls ${LIBRARY} shows all; ` +
      "npm dedupe, or one entry in the workspace's root)",
  );
}

/** @throws Error for an element of the other fork in a stack, such as a resource of a prebuilt provider */
export function checkSameFork(stack: TerraformStack): void {
  const own = MARK in TerraformElement.prototype;
  const other = stack.node.findAll().find((node) => TerraformElement.isTerraformElement(node) && MARK in node !== own);
  if (other === undefined) return;
  throw new Error(
    `${other.node.path}: this ${other.constructor.name} is made for ${OTHER}, and the stack is of ${OWN}. ` +
      `Import it from a package for ${OWN}, or from bindings that \`${OWN} get\` makes.`,
  );
}
