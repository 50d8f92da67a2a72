import type { IConstruct } from "constructs";

import { checkKnown, InvalidPropertyError } from "../core";

/** Source: "Object Storage - Bucket naming" of Scaleway, which has Amazon's rules. */
const BUCKET_NAME = /^(?!.*\.\.)(?!\d+(?:\.\d+){3}$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Refuses what is no name of a bucket: the provider takes any text, and Scaleway does not. */
export function checkBucketName(scope: IConstruct, property: string, name: unknown): void {
  checkKnown(scope, property, name);
  if (typeof name === "string" && BUCKET_NAME.test(name)) return;
  throw new InvalidPropertyError(scope, {
    property,
    value: name,
    requirement: "be 3 to 63 lowercase letters, digits, hyphens and dots, beginning and ending with a letter or digit",
    suggestion: `Write, for example, ${property}: "acme-terraform-states".`,
  });
}
