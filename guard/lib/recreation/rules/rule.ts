import type { Prediction } from "../prediction";
import type { Finding } from "./finding";

/** One kind of finding, with what documentation and `explain` say about it. */
export interface Rule {
  /** Kebab-case; the name of the file it is in. */
  readonly id: string;
  /** What is found, in a few words. */
  readonly title: string;
  /** What the rule says, and why it matters. */
  readonly explanation: string;
  /** An edit that it finds. */
  readonly example: string;
  /** What to do about it. */
  readonly remedy: string;
  /** The findings of a prediction. */
  find(prediction: Prediction): Finding[];
}
