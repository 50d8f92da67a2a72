import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { App, TerraformElement, TerraformResource, TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { type ConfigurationError, configurationErrors, newestRelease, releaseNamed } from "kapsule-guard/provider";
import { Address, RecreationInputError } from "kapsule-guard/terraform";

import { FORK, InvalidPropertyError } from "../core";
import { RecreationGuard } from "../guard";
import { exportsOf } from "./bindings";
import type { ClassName } from "./code";
import { Interpreter, UnmadeError } from "./interpreter";
import type { Program } from "./program";

/** What a program makes, without anything being written. */
export interface Trial {
  /** The synthesized configuration, with `moved` blocks from where the resources are. */
  readonly configuration: Record<string, unknown>;
  /** New addresses by old ones. */
  readonly addresses: ReadonlyMap<Address, Address>;
  /** The old address of the construct that makes a resource, by the resource's new address. */
  readonly makers: ReadonlyMap<Address, Address>;
  /** What the provider would refuse, by new addresses: a synth stops at it. */
  readonly errors: readonly ConfigurationError[];
}

/** Resources that constructs of the library refuse as they are. */
export class RefusedError extends Error {
  constructor(
    /** What each construct says, by the address of its resource before the adoption. */
    public readonly refused: ReadonlyMap<Address, string>,
  ) {
    super([...refused.values()].join("\n"));
  }
}

/**
 * Runs a program of statements as a user would, and synthesizes the stack.
 *
 * @throws RefusedError for all resources that their constructs refuse, but for those that wait for one of them
 */
export function tryProgram(program: Program, stackId: string): Trial {
  const outdir = mkdtempSync(join(tmpdir(), "kapsule-adopt-"));
  try {
    const stack = new TerraformStack(new App({ outdir }), stackId);
    const made = runStatements(program, stack);
    refuseInvalid(stack, made);
    const tried = synthesize(program, stack, made);
    return { ...tried, errors: configurationErrors(tried.configuration, releaseNamed(newestRelease.version)) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Constructs by the address of the resource that they stand for. */
type Made = ReadonlyMap<Address, IConstruct>;

function runStatements(program: Program, stack: TerraformStack): Made {
  const interpreter = new Interpreter(load);
  interpreter.name("this", stack);
  const made = new Map<Address, IConstruct>();
  const refused = new Map<Address, string>();
  for (const { name, code, importedResource } of program.statements) {
    try {
      const value = interpreter.evaluate(code);
      if (name !== undefined) interpreter.name(name, value);
      if (importedResource !== undefined && Construct.isConstruct(value)) made.set(importedResource.address, value);
    } catch (error) {
      if (error instanceof InvalidPropertyError && importedResource !== undefined)
        refused.set(importedResource.address, error.message);
      else if (!(error instanceof UnmadeError)) throw error;
      if (name !== undefined) interpreter.leaveOut(name);
    }
  }
  if (refused.size > 0) throw new RefusedError(refused);
  for (const { importedResource, code } of program.places.values()) {
    const value = made.get(importedResource.address) ?? interpreter.evaluate(code);
    if (Construct.isConstruct(value)) made.set(importedResource.address, value);
  }
  return made;
}

function load({ module, name }: ClassName): unknown {
  if (module === FORK.library) return exportsOf(join(__dirname, "..", "index"))[name];
  return exportsOf(module)[name];
}

/** What constructs say of themselves once the stack is complete. */
function refuseInvalid(stack: TerraformStack, made: Made): void {
  const ownerOf = ownersOf(made);
  const refused = new Map<Address, string>();
  for (const node of stack.node.findAll()) {
    const [message] = node.node.validate();
    if (message === undefined) continue;
    const address = ownerOf(node);
    // What nobody adopted is the provider block, which is written as the old configuration has it.
    if (address === undefined) throw new RecreationInputError(message);
    if (!refused.has(address)) refused.set(address, message);
  }
  if (refused.size > 0) throw new RefusedError(refused);
}

/** Gives the address of the innermost adopted construct around another one. */
function ownersOf(made: Made): (node: IConstruct) => Address | undefined {
  const addresses = new Map([...made].map(([address, construct]) => [construct, address]));
  return ({ node }) => {
    const owner = [...node.scopes].reverse().find((scope) => addresses.has(scope));
    return owner && addresses.get(owner);
  };
}

function synthesize(program: Program, stack: TerraformStack, made: Made): Omit<Trial, "errors"> {
  const addresses = new Map<Address, Address>();
  const guard = RecreationGuard.of(stack);
  for (const [address, construct] of made) {
    const resource = resourceOf(construct);
    if (resource === undefined) continue;
    const now = addressOf(resource);
    addresses.set(address, now);
    if (now !== address) guard.moved(address.toString(), now.toString());
  }
  // As a synth of the app has it: a stack without a backend keeps its state in a file.
  stack.ensureBackendExists();
  const configuration = stack.toTerraform() as Record<string, unknown>;
  return { configuration, addresses, makers: makersOf(stack, made) };
}

function makersOf(stack: TerraformStack, made: Made): Map<Address, Address> {
  const makers = new Map<Address, Address>();
  const ownerOf = ownersOf(made);
  for (const node of stack.node.findAll()) {
    if (!TerraformResource.isTerraformResource(node)) continue;
    const owner = ownerOf(node);
    if (owner !== undefined) makers.set(addressOf(node), owner);
  }
  return makers;
}

function resourceOf(construct: IConstruct): TerraformResource | undefined {
  const element = construct.node.tryFindChild("Resource") ?? construct;
  return TerraformElement.isTerraformElement(element) && TerraformResource.isTerraformResource(element)
    ? element
    : undefined;
}

function addressOf(resource: TerraformResource): Address {
  return Address.of({ type: resource.terraformResourceType, name: resource.friendlyUniqueId });
}
