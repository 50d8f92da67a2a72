import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { type App, TerraformStack, TerraformVariable, Testing } from "cdktf";

import { describeProblem, findProblems } from "../../guard/lib/checks/find-problems";
import { DependencyGraph } from "../../guard/lib/terraform/order/dependency-graph";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import type { KapsuleClusterOptions } from "../../lib/cluster/kapsule-cluster-props";
import { InvalidPropertyError } from "../../lib/core/invalid-property";
import { PrivateNetwork } from "../../lib/vpc/private-network";

export type Attributes = Record<string, unknown>;

export interface Synthesized {
  readonly resource?: Record<string, Record<string, Attributes>>;
  readonly data?: Record<string, Record<string, Attributes>>;
  readonly terraform: { required_providers: Record<string, Attributes> };
}

/** Apps make their output folder at once, and leave it behind. */
const outdir = mkdtempSync(join(tmpdir(), "kapsule-test-"));
afterAll(() => {
  rmSync(outdir, { recursive: true, force: true });
});

/** An app whose output folder goes with the tests. */
export function newApp(): App {
  return Testing.app({ outdir });
}

/** An empty stack with the default provider in Paris. */
export function newStack(
  provider: { region?: string; zone?: string } = { region: "fr-par", zone: "fr-par-1" },
  app = newApp(),
  id = "stack",
) {
  const stack = new TerraformStack(app, id);
  new ScalewayProvider(stack, "scaleway", provider);
  return stack;
}

/** The stack's JSON, after its validations. */
export function synthesize(stack: TerraformStack): Synthesized {
  return JSON.parse(Testing.synth(stack, true)) as Synthesized;
}

/** What the platform's checks say of a stack, beside others. */
export function problemsOf(stack: TerraformStack, ...others: TerraformStack[]): string[] {
  return findProblems(synthesize(stack), {}, others.map(synthesize)).map(describeProblem);
}

/** Attributes of the resources of a type, in synthesized order, without CDKTF's metadata. */
export function resources(stack: TerraformStack, type: string): Attributes[] {
  return Object.values(synthesize(stack).resource?.[type] ?? {}).map(
    ({ "//": _metadata, ...attributes }) => attributes,
  );
}

/** Attributes of the only resource of a type. */
export function resource(stack: TerraformStack, type: string): Attributes {
  const found = resources(stack, type);
  expect(found).toHaveLength(1);
  return found[0]!;
}

/** A string that is known only when Terraform runs. */
export function stringToken(stack: TerraformStack, id = "text"): string {
  return new TerraformVariable(stack, id, { type: "string" }).stringValue;
}

/** A number that is known only when Terraform runs. */
export function numberToken(stack: TerraformStack, id = "number"): number {
  return new TerraformVariable(stack, id, { type: "number" }).numberValue;
}

/** Passes what TypeScript would refuse, as plain JavaScript does. */
export function untyped<T>(value: unknown): T {
  return value as T;
}

export interface ExpectedError {
  readonly path: string;
  readonly property: string;
  /** As it is shown in the message. */
  readonly value?: string;
  readonly requirement: string;
  readonly suggestion: string;
}

/** Asserts every part that an error must name. */
export function expectInvalid(
  act: () => unknown,
  { path, property, value, requirement, suggestion }: ExpectedError,
): void {
  let error: unknown;
  try {
    act();
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(InvalidPropertyError);
  const { message } = error as InvalidPropertyError;
  expect(error).toMatchObject({ path, property });
  expect(message.startsWith(`${path}: ${property}`)).toBe(true);
  if (value !== undefined) expect(message).toContain(`is ${value};`);
  expect(message).toContain(requirement);
  expect(message).toContain(suggestion);
}

/** The graph of a synthesized stack, asked by resource type: each type must occur once. */
export function orderOf(stack: TerraformStack): { waits(type: string, other: string): boolean } {
  const graph = DependencyGraph.of(synthesize(stack));
  const only = (type: string) => {
    const found = graph.addresses.filter((address) => address.startsWith(`${type}.`));
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  return { waits: (type, other) => graph.waitsFor(only(type), only(other)) };
}

/** Addresses in `depends_on`, without the part of the name that is a digest. */
export function dependsOn(attributes: Attributes): string[] {
  return ((attributes.depends_on ?? []) as string[]).map((address) => address.replace(/_[0-9A-F]{8}$/, ""));
}

export interface ClusterOverrides extends Partial<KapsuleClusterOptions> {
  readonly version?: unknown;
  readonly autoUpgrade?: unknown;
}

/** A cluster in a new network. */
export function newCluster(stack: TerraformStack, overrides: ClusterOverrides = {}): KapsuleCluster {
  const network = overrides.network ?? new PrivateNetwork(stack, "network");
  return new KapsuleCluster(stack, "cluster", untyped({ version: "1.35.3", cni: "cilium", ...overrides, network }));
}
