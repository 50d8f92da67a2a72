import type { IConstruct } from "constructs";
import { BUCKET_NAME_RULE, isBucketName } from "kapsule-guard/provider";

import { checkKnown, InvalidPropertyError } from "../core";

/** Refuses what is no name of a bucket: the provider takes any text, and Scaleway does not. */
export function checkBucketName(scope: IConstruct, property: string, name: unknown): void {
  checkKnown(scope, property, name);
  if (typeof name === "string" && isBucketName(name)) return;
  throw new InvalidPropertyError(scope, {
    property,
    value: name,
    requirement: `be ${BUCKET_NAME_RULE}`,
    suggestion: `Write, for example, ${property}: "acme-terraform-states".`,
  });
}
