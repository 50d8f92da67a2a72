import type { IConstruct } from "constructs";
import { bucketName } from "kapsule-guard/checks";

import { checkBy, checkKnown } from "../core";

/** Refuses what is no name of a bucket: the provider takes any text, and Scaleway does not. */
export function checkBucketName(scope: IConstruct, property: string, name: unknown): void {
  checkKnown(scope, property, name);
  checkBy(scope, bucketName, { name: { property, value: name } });
}
