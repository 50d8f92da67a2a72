import { isScalewayResource } from "../../provider";
import {
  insideModules,
  type ModuleInstance,
  type ModuleStep,
  RecreationInputError,
  splitAddress,
  splitModules,
  withoutKeys,
} from "../../terraform";
import { keepsKeys, type MoveEndpoint, movesModule, type MoveStatement } from "../baseline";

/**
 * Refuses `moved`, `removed` and `import` blocks that Terraform refuses: it makes no plan of them, so that nothing could be said of one.
 *
 * @param existing Addresses of what exists.
 * @throws RecreationInputError in Terraform's words
 */
export function checkRefactoring(
  root: ModuleInstance,
  statements: readonly MoveStatement[],
  existing: Iterable<string>,
): void {
  for (const statement of statements) {
    checkEnds(statement, existing);
    for (const module of root.withDescendants()) if (isWithin(module, statement)) checkMoved(module, statement);
  }
  for (const module of root.withDescendants()) {
    for (const { from } of module.configuration.removed) checkRemoved(module, from);
  }
  for (const address of root.configuration.imports.keys()) checkImport(root, address);
}

function isWithin({ steps }: ModuleInstance, { within }: MoveStatement): boolean {
  return steps.length === within.length && within.every((name, index) => steps[index]?.name === name);
}

function checkEnds(statement: MoveStatement, existing: Iterable<string>): void {
  const { within, from, to, text } = statement;
  if (movesModule(statement) !== (to.resource === "")) {
    throw new RecreationInputError(`Invalid "moved" addresses: ${text}: both have to be resources, or both modules`);
  }
  const [before = "", after = ""] = [from, to].map(({ resource }) => resource.split(".")[0] ?? "");
  // Other providers may know how to move, and a move of nothing is none.
  if (before === after || !isScalewayResource(before)) return;
  const outer = within.map((name): ModuleStep => ({ name, key: undefined }));
  const place = withoutKeys(insideModules([...outer, ...from.modules], from.resource));
  if (![...existing].some((address) => withoutKeys(address) === place)) return;
  throw new RecreationInputError(
    `Move Resource State Not Supported: ${text}: the provider moves no ${before} into a ${after}`,
  );
}

function checkMoved(module: ModuleInstance, statement: MoveStatement): void {
  const whole = keepsKeys(statement);
  if (!isDeclared(module, statement.from, whole)) return;
  const place = insideModules(module.steps, statement.text.split(" -> ")[0] ?? "");
  throw new RecreationInputError(
    `Moved object still exists: the move ${statement.text} starts at ${place}, which is still declared; rename its block, or take the move out`,
  );
}

/** Whether what a move starts at is there: the whole block, or one instance of it. What is not known is not. */
function isDeclared(module: ModuleInstance, { modules, resource, key }: MoveEndpoint, whole: boolean): boolean {
  if (resource === "") return isModuleDeclared(module, modules, whole);
  const owner = module.find(modules);
  if (typeof owner === "string") return false;
  const block = owner.configuration.resources.get(resource);
  if (block === undefined || whole) return block !== undefined;
  return owner.expansion(block).instances?.some((instance) => instance.key === key) === true;
}

function isModuleDeclared(module: ModuleInstance, steps: readonly ModuleStep[], whole: boolean): boolean {
  const [last] = steps.slice(-1);
  const owner = module.find(steps.slice(0, -1));
  if (last === undefined || typeof owner === "string") return false;
  if (whole) return owner.configuration.modules.has(last.name);
  return owner.keysOf(last.name)?.includes(last.key) === true;
}

const RESOURCE = /^[a-z]\w*\.[\w-]+$/;

function checkRemoved(module: ModuleInstance, from: string): void {
  const { modules, inside } = splitModules(from);
  const place = insideModules(module.steps, from);
  if (inside === "" ? modules.length === 0 : !RESOURCE.test(withoutKeys(inside)))
    throw new RecreationInputError(
      `Invalid address: removed.from is ${JSON.stringify(from)}, and names no resource or module`,
    );
  if (from !== withoutKeys(from)) {
    throw new RecreationInputError(
      `Resource instance keys not allowed: removed.from is ${place}, and names a block as a whole`,
    );
  }
  if (isBlockDeclared(module, modules, inside)) {
    throw new RecreationInputError(
      `Removed ${inside === "" ? "module" : "resource"} still exists: a removed block names ${place}, which is still declared; take its block out`,
    );
  }
}

/** Whether a block is there, in whatever instance of its module. */
function isBlockDeclared(module: ModuleInstance, [step, ...rest]: readonly ModuleStep[], resource: string): boolean {
  const { configuration } = module;
  if (step === undefined) return configuration.resources.has(resource);
  if (rest.length === 0 && resource === "") return configuration.modules.has(step.name);
  return module.readableInstances(step.name).some((child) => isBlockDeclared(child, rest, resource));
}

function checkImport(root: ModuleInstance, address: string): void {
  const { resource, key } = splitAddress(address);
  const { modules, inside } = splitModules(resource);
  const owner = root.find(modules);
  if (/^[\w-]*$/.test(inside))
    throw new RecreationInputError(`Invalid address: import.to is ${JSON.stringify(address)}, and names no resource`);
  // A key may be an expression of the block's for_each.
  if (!RESOURCE.test(inside) || typeof owner === "string") return;
  const block = owner.configuration.resources.get(inside);
  const instances = block && owner.expansion(block).instances;
  if (block !== undefined && (instances === undefined || instances.some((instance) => instance.key === key))) return;
  throw new RecreationInputError(
    `Configuration for import target does not exist: an import block names ${address}, which is not declared`,
  );
}
