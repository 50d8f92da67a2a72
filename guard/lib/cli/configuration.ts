import { basename, dirname, join, resolve } from "node:path";

import { FolderTree } from "../files";
import type { Approval, BlockingPolicy } from "../recreation";
import { blocksOf, HclParser, type Json, readState } from "../terraform";
import { GUARD_FILE, readGuardFile } from "./guard-file";
import { readInput } from "./input-file";
import { UsageError } from "./usage-error";

/** A Terraform JSON configuration, and what CDKTF's metadata says of it. */
export interface ConfigurationFile {
  readonly file: string;
  readonly configuration: unknown;
  /** Id of the stack: of its metadata or, for hand-written Terraform, the name of its folder. */
  readonly stack: string;
  /** Approvals that the synthesized stack carries. */
  readonly approvals: readonly Approval[];
  /** What the stack's guard says of what blocks. */
  /** Whether it is a folder of HCL, whose approvals are in a file of its own. */
  readonly isHcl?: true;
  readonly policy: Pick<BlockingPolicy, "stateful" | "development"> & {
    /** What it means that the state is another one than the lock's. */
    readonly state?: "moved" | "separate" | "none";
  };
}

interface Metadata {
  readonly stackName?: unknown;
  readonly recreationApprovals?: unknown;
  readonly recreationGuard?: unknown;
}

/** @throws UsageError when the file cannot be read, is no configuration, or carries malformed approvals */
export function readConfigurationFile(file: string): ConfigurationFile {
  const configuration = readInput(file, "configuration", ["configuration"]);
  const { metadata = {} } = (configuration["//"] ?? {}) as { metadata?: Metadata };
  const { stackName, recreationApprovals = [], recreationGuard } = metadata;
  if (!isApprovals(recreationApprovals)) {
    throw new UsageError(`configuration ${file}: its recreationApprovals are malformed; synthesize it again`);
  }
  const stack = typeof stackName === "string" ? stackName : basename(dirname(resolve(file)));
  return { file, configuration, stack, approvals: recreationApprovals, policy: policyIn(recreationGuard) };
}

/**
 * A folder of HCL, of which a plan takes the approvals alone.
 *
 * @throws RecreationInputError for approvals that cannot be read
 */
export async function readConfigurationFolder(folder: string): Promise<ConfigurationFile> {
  const { approvals, policy } = await readGuardFile(new FolderTree(folder), "", new HclParser());
  const file = join(folder, GUARD_FILE);
  return { file, configuration: {}, stack: basename(resolve(folder)), approvals, policy, isHcl: true };
}

/**
 * Refuses the word that nothing of a stack exists, beside a state that says otherwise.
 *
 * @throws UsageError with what to take out
 */
export function checkDraft({ file, stack, policy }: ConfigurationFile, state: unknown): void {
  if (policy.state !== "none") return;
  const { size } = readState(state).managed;
  if (size === 0) return;
  throw new UsageError(
    `configuration ${file}: stack ${stack} says state: "none", and its state has ${size} resources: remove it, and synthesize again`,
  );
}

function policyIn(value: unknown): ConfigurationFile["policy"] {
  const { development, stateful, state } = (
    typeof value === "object" && value !== null ? value : {}
  ) as ConfigurationFile["policy"];
  return {
    ...(development === true ? { development } : {}),
    ...(stateful === "warn" ? { stateful } : {}),
    ...(state === "moved" || state === "separate" || state === "none" ? { state } : {}),
  };
}

function isApprovals(value: unknown): value is Approval[] {
  return Array.isArray(value) && value.every(isApproval);
}

function isApproval(value: unknown): value is Approval {
  if (typeof value !== "object" || value === null) return false;
  const { kind, address, reason, attribute, cascade } = value as Record<string, unknown>;
  if (cascade !== undefined && (typeof cascade !== "string" || cascade === "")) return false;
  if (typeof address !== "string" || typeof reason !== "string" || reason === "") return false;
  return kind === "removal" || ((kind === "replacement" || kind === "opening") && typeof attribute === "string");
}

/** How many resources of some types a configuration has. */
export function countResources(configuration: unknown, isCounted: (type: string) => boolean): number {
  const { resource } = configuration as { resource?: Json };
  return blocksOf(resource)
    .flatMap((block) => Object.entries(block))
    .filter(([type]) => type !== "//" && isCounted(type))
    .reduce((count, [, named]) => count + Object.keys((named ?? {}) as object).length, 0);
}

/** How many resources of other providers a configuration has: they are not looked at. */
export function countOthers(configuration: unknown): number {
  return countResources(configuration, (type) => !isScaleway(type));
}

/** Whether a resource of this type is one of the Scaleway provider's. */
export function isScaleway(type: string): boolean {
  return type.startsWith("scaleway_");
}

/** What is said of resources that were not looked at. */
export function othersNote(count: number): string {
  return `${count} resources of other providers were not looked at.`;
}
