import fc from "fast-check";

import type { JsonObject } from "../../lib/terraform/values/json";
import { type Draft, drafts, json } from "./arbitraries/drafts";
import { type Edit, edits } from "./arbitraries/edits";

/** Configurations that Terraform could have: values of their types, references to what there is, and none in a circle. */
export const configurations: fc.Arbitrary<JsonObject> = drafts.map(json);

/** A configuration, and what one to three edits made of it. */
export interface EditedConfiguration {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

const edit: fc.Arbitrary<(draft: Draft) => Draft> = fc
  .tuple(fc.oneof(...edits.map(({ weight, edit: kind }) => ({ weight, arbitrary: fc.constant(kind) }))), fc.nat(99))
  .map(
    ([kind, at]: [Edit, number]) =>
      (draft: Draft) =>
        kind(draft, at),
  );

export const editedConfigurations: fc.Arbitrary<EditedConfiguration> = fc
  .tuple(drafts, fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([draft, some]) => ({
    before: json(draft),
    after: json(some.reduce((edited, each) => each(edited), draft)),
  }));
