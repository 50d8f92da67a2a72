import type { IConstruct } from "constructs";

import { checkConstruct, checkProps, InvalidPropertyError, SHAPES } from "../core";
import type { ServiceIdentity } from "../identity";

/** Who may do what in a bucket. */
export interface BucketAccess {
  /**
   * Who may do everything, as `user_id:…` or `application_id:…`. Whoever applies has to be among them: a policy shuts out everybody
   * whom it does not name.
   */
  readonly administrators: readonly string[];
  /** Who may read objects. @default - nobody */
  readonly readers?: readonly ServiceIdentity[] | undefined;
  /** Who may read, write and delete objects. @default - nobody */
  readonly writers?: readonly ServiceIdentity[] | undefined;
}

const VERSION = "2023-04-17";
const READ = ["s3:ListBucket", "s3:GetObject"];
const WRITE = [...READ, "s3:PutObject", "s3:DeleteObject"];

/** The policy of a bucket, as JSON. Source: "Object Storage - Bucket policies" of Scaleway. */
export function bucketPolicy(scope: IConstruct, bucket: string, access: BucketAccess): string {
  checkProps(scope, access, { ...SHAPES.BucketAccess, within: "access" });
  const { administrators, readers = [], writers = [] } = access;
  const wrong = administrators.find((each) => !/^(?:user_id|application_id):./.test(each));
  if (administrators.length === 0 || wrong !== undefined) {
    throw new InvalidPropertyError(scope, {
      property: "access.administrators",
      value: wrong ?? administrators,
      requirement: "name users and applications, and at least whoever applies: nobody else could change the policy",
      suggestion: 'Write, for example, administrators: ["application_id:11111111-2222-3333-4444-555555555555"].',
    });
  }
  for (const identity of [...readers, ...writers])
    checkConstruct(scope, "access", identity, "accessKey", "new ServiceIdentity(…)");
  const principalsOf = (identities: readonly ServiceIdentity[]) =>
    identities.map(({ application }) => `application_id:${application.id}`);
  const statements = [
    { sid: "Administrators", actions: ["s3:*"], principals: administrators },
    { sid: "Writers", actions: WRITE, principals: principalsOf(writers) },
    { sid: "Readers", actions: READ, principals: principalsOf(readers) },
  ].filter(({ principals }) => principals.length > 0);
  return JSON.stringify({
    Version: VERSION,
    Statement: statements.map(({ sid, actions, principals }) => ({
      Sid: sid,
      Effect: "Allow",
      Principal: { SCW: principals },
      Action: actions,
      Resource: [bucket, `${bucket}/*`],
    })),
  });
}
