import type { Platform } from "./platform";
import type { CheckedResource } from "./resource";

/** What a check says about one resource. */
export interface Problem {
  readonly resource: CheckedResource;
  /** What is wrong, as a sentence without its full stop. */
  readonly message: string;
  /** What to write instead, as a sentence. */
  readonly fix: string;
}

/** A mistake that Terraform plans without a word. */
export interface PlatformCheck {
  /** Kebab-case; what suppresses it names it. */
  readonly id: string;
  /** `error` stops the synth; `warning` is for what can be meant. */
  readonly level: "error" | "warning";
  /** What is wrong, in a few words. */
  readonly title: string;
  /** What happens without it, and where that is from. */
  readonly explanation: string;
  /** The problems of a platform. */
  find(platform: Platform): Problem[];
}
