import { BUCKET_NAME_RULE, isBucketName } from "../../provider";
import type { ArgumentCheck } from "../check";

export const bucketName: ArgumentCheck = {
  id: "bucket-name",
  level: "error",
  title: "A bucket name that Object Storage refuses",
  explanation: `The name of a bucket must be ${BUCKET_NAME_RULE}.`,
  example: {
    wrong: { scaleway_object_bucket: { b: { name: "UPPER_case" } } },
    right: { scaleway_object_bucket: { b: { name: "lower.case-1" } } },
  },
  appliesTo: ["scaleway_object_bucket"],
  refuse: (bucket) => {
    const name = bucket.string("name");
    if (name === undefined || isBucketName(name)) return undefined;
    return {
      argument: "name",
      requirement: `be ${BUCKET_NAME_RULE}`,
      fix: 'Write, for example, "acme-backups".',
    };
  },
};
