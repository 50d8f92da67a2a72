import type { JsonObject } from "../terraform";
import type { Platform } from "./platform";
import type { Arguments, CheckedResource } from "./resource";

/** What is wrong with a resource. */
export interface Judgement {
  /** What is wrong, as a sentence without its full stop. */
  readonly message: string;
  /** What to write instead, as a sentence. */
  readonly fix: string;
}

/** What a check says about one resource. */
export interface Problem extends Judgement {
  readonly resource: CheckedResource;
}

/** What a check refuses in one argument. */
export interface Refusal {
  readonly argument: string;
  /** What the argument must do, such as "be 5000 or 15000". */
  readonly requirement: string;
  /** What to write instead, as a sentence. */
  readonly fix: string;
}

interface CheckBase {
  /** Kebab-case; what suppresses it names it. */
  readonly id: string;
  /** `error` stops the synth; `warning` is for what can be meant. */
  readonly level: "error" | "warning";
  /** What is wrong, in a few words. */
  readonly title: string;
  /** What happens without it, and where that is from. */
  readonly explanation: string;
  /** Resources of a stack in fr-par-1 with the mistake, and the nearest ones without it. */
  readonly example: { readonly wrong: JsonObject; readonly right: JsonObject };
}

/** A mistake in the arguments of one resource, which a construct refuses in its properties by the same check. */
export interface ArgumentCheck extends CheckBase {
  readonly appliesTo: readonly string[];
  refuse(resource: Arguments): Refusal | undefined;
}

/** A mistake in one resource, or in how it stands to those that it refers to. */
interface ResourceCheck extends CheckBase {
  readonly appliesTo: readonly string[];
  /** Nothing is evaluated where no block has this text in it. */
  readonly mentioning?: string;
  judge(resource: CheckedResource, platform: Platform): readonly Judgement[];
}

/** A mistake in several resources. */
interface PlatformWideCheck extends CheckBase {
  find(platform: Platform): readonly Problem[];
}

/** A mistake that Terraform plans without a word. */
export type PlatformCheck = ArgumentCheck | ResourceCheck | PlatformWideCheck;

/** The problems that a check finds in a platform. */
export function problemsOf(check: PlatformCheck, platform: Platform): readonly Problem[] {
  if ("find" in check) return check.find(platform);
  if ("refuse" in check) return platform.of(...check.appliesTo).flatMap((resource) => refused(check, resource));
  const { appliesTo, mentioning } = check;
  const resources =
    mentioning === undefined ? platform.of(...appliesTo) : platform.mentioning(mentioning, ...appliesTo);
  return resources.flatMap((resource) =>
    check.judge(resource, platform).map((judgement) => ({ resource, ...judgement })),
  );
}

function refused(check: ArgumentCheck, resource: CheckedResource): Problem[] {
  const refusal = check.refuse(resource);
  if (refusal === undefined) return [];
  const { argument, requirement, fix } = refusal;
  const value = resource.string(argument) ?? resource.number(argument) ?? resource.flag(argument);
  const written = value === undefined || value === "unset" ? "" : ` = ${JSON.stringify(value)}`;
  return [{ resource, message: `has ${argument}${written}, which must ${requirement}`, fix }];
}
