import { notation } from "../../terraform";
import type { Loosened, ObjectPrediction, Prediction } from "../prediction";
import { about, sentences } from "./build";
import { sentenceOf } from "./doubts";
import type { Finding } from "./finding";

/** Findings about the access to objects that others get, of those that a rule is about. */
export function openingFindings(
  { objects }: Prediction,
  rule: string,
  applies: (object: ObjectPrediction) => boolean,
): Finding[] {
  return objects.filter(applies).flatMap((object) =>
    object.loosened
      .filter(({ keeps }) => keeps === "access")
      .map((loosened): Finding => ({
        ...loosenedFinding(rule, "open", object, loosened),
        severity: loosened.stops ? "error" : "warning",
      })),
  );
}

/** A finding about one safeguard that is switched off in place. */
export function loosenedFinding(
  rule: string,
  action: "open" | "unprotect",
  object: ObjectPrediction,
  { path, before, after, off, because }: Loosened,
): Finding {
  return {
    rule,
    ...about(object, action, because),
    attribute: path,
    before: notation(before, false),
    after: notation(after, false),
    remedy: sentences(
      because && sentenceOf(because),
      `${off}.`,
      `Where that is not meant, set ${path} of ${object.address} back to its value before this edit.`,
    ),
  };
}
