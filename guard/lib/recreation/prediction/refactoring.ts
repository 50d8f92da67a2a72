import { isScalewayResource } from "../../provider";
import {
  Address,
  ModuleAddress,
  type ModuleInstance,
  moduleOf,
  type ModuleStep,
  RecreationInputError,
  type Target,
  targetIn,
} from "../../terraform";
import { keepsKeys, movesModule, type MoveStatement } from "../baseline";

/**
 * Refuses `moved`, `removed` and `import` blocks that Terraform refuses: it makes no plan of them, so that nothing could be said of one.
 *
 * @param existing What exists.
 * @throws RecreationInputError in Terraform's words
 */
export function checkRefactoring(
  root: ModuleInstance,
  statements: readonly MoveStatement[],
  existing: Iterable<Address>,
): void {
  for (const statement of statements) {
    checkTypes(statement, existing);
    for (const module of root.withDescendants()) if (isWithin(module, statement)) checkMoved(module, statement);
  }
  for (const module of root.withDescendants()) {
    for (const { from } of module.configuration.removed) checkRemoved(module, from);
  }
  for (const address of root.configuration.imports.keys()) checkImport(root, address);
}

function isWithin({ address }: ModuleInstance, { within }: MoveStatement): boolean {
  return address.call === within;
}

function checkTypes(statement: MoveStatement, existing: Iterable<Address>): void {
  if (movesModule(statement)) return;
  const { within, from, to, text } = statement;
  const [before, after] = [from.type, to.type];
  // Other providers may know how to move, and a move of nothing is none.
  if (before === after || !isScalewayResource(before)) return;
  const { declaration } = from.in(within);
  if (![...existing].some((address) => address.declaration === declaration)) return;
  throw new RecreationInputError(
    `Move Resource State Not Supported: ${text}: the provider moves no ${before} into a ${after}`,
  );
}

function checkMoved(module: ModuleInstance, statement: MoveStatement): void {
  const whole = keepsKeys(statement);
  if (!isDeclared(module, statement.from, whole)) return;
  const place = targetIn(statement.from, module.address);
  throw new RecreationInputError(
    `Moved object still exists: the move ${statement.text} starts at ${place}, which is still declared; rename its block, or take the move out`,
  );
}

/** Whether what a move starts at is there: the whole block, or one instance of it. What is not known is not. */
function isDeclared(module: ModuleInstance, from: Target, whole: boolean): boolean {
  if (from instanceof ModuleAddress) return isModuleDeclared(module, from, whole);
  const owner = module.find(from.module.steps);
  if (typeof owner === "string") return false;
  const block = owner.configuration.resources.get(from.resource.inside);
  if (block === undefined || whole) return block !== undefined;
  return owner.expansion(block).instances?.some((instance) => instance.key === from.key) === true;
}

function isModuleDeclared(module: ModuleInstance, { parent, step: last }: ModuleAddress, whole: boolean): boolean {
  const owner = parent && module.find(parent.steps);
  if (last === undefined || owner === undefined || typeof owner === "string") return false;
  if (whole) return owner.configuration.modules.has(last.name);
  return owner.keysOf(last.name)?.includes(last.key) === true;
}

function checkRemoved(module: ModuleInstance, target: Target): void {
  const isModule = target instanceof ModuleAddress;
  const place = targetIn(target, module.address);
  if (target !== (isModule ? target.call : target.declaration)) {
    throw new RecreationInputError(
      `Resource instance keys not allowed: removed.from is ${place}, and names a block as a whole`,
    );
  }
  const resource = isModule ? "" : target.resource.inside;
  if (isBlockDeclared(module, moduleOf(target).steps, resource)) {
    throw new RecreationInputError(
      `Removed ${isModule ? "module" : "resource"} still exists: a removed block names ${place}, which is still declared; take its block out`,
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

function checkImport(root: ModuleInstance, written: string): void {
  const { inside } = ModuleAddress.split(written);
  if (/^[\w-]*$/.test(inside))
    throw new RecreationInputError(`Invalid address: import.to is ${JSON.stringify(written)}, and names no resource`);
  // A key may be an expression of the block's for_each.
  const address = Address.tryParse(written);
  const owner = address && root.find(address.module.steps);
  if (address?.mode !== "managed" || owner === undefined || typeof owner === "string") return;
  const { key } = address;
  const block = owner.configuration.resources.get(address.resource.inside);
  const instances = block && owner.expansion(block).instances;
  if (block !== undefined && (instances === undefined || instances.some((instance) => instance.key === key))) return;
  throw new RecreationInputError(
    `Configuration for import target does not exist: an import block names ${address}, which is not declared`,
  );
}
