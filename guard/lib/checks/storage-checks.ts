import { BLOCK_SPEEDS, BUCKET_NAME_RULE, isBucketName, isRegistryName, REGISTRY_NAME_RULE } from "../provider";
import type { PlatformCheck } from "./check";

/** Mistakes with what is stored outside of databases. */
export const STORAGE_CHECKS: readonly PlatformCheck[] = [
  {
    id: "volume-speed",
    level: "error",
    title: "A block volume of a speed that there is not",
    explanation: "Block Storage has 5,000 and 15,000 operations a second.",
    find: (platform) =>
      platform.of("scaleway_block_volume").flatMap((resource) => {
        const iops = resource.number("iops");
        if (iops === undefined || (BLOCK_SPEEDS as readonly number[]).includes(iops)) return [];
        return [{ resource, message: `has iops = ${iops}`, fix: `Write ${BLOCK_SPEEDS.join(" or ")}.` }];
      }),
  },
  {
    id: "bucket-name",
    level: "warning",
    title: "A bucket name that Object Storage refuses",
    explanation: `The name of a bucket is ${BUCKET_NAME_RULE}.`,
    find: (platform) =>
      platform.of("scaleway_object_bucket").flatMap((resource) => {
        const name = resource.text("name");
        if (name === undefined || isBucketName(name)) return [];
        return [
          { resource, message: `is named ${JSON.stringify(name)}`, fix: "Take lowercase letters, digits and hyphens." },
        ];
      }),
  },
  {
    id: "registry-name",
    level: "error",
    title: "A registry name that Scaleway refuses",
    explanation: `The name of a registry is ${REGISTRY_NAME_RULE}.`,
    find: (platform) =>
      platform.of("scaleway_registry_namespace").flatMap((resource) => {
        const name = resource.text("name");
        if (name === undefined || isRegistryName(name)) return [];
        return [
          { resource, message: `is named ${JSON.stringify(name)}`, fix: "Take lowercase letters, digits and hyphens." },
        ];
      }),
  },
  {
    id: "serverless-database-size",
    level: "error",
    title: "A serverless database with min greater than max",
    explanation: "min_cpu is at most max_cpu.",
    find: (platform) =>
      platform.of("scaleway_sdb_sql_database").flatMap((resource) => {
        const [least = 0, most = Infinity] = [resource.number("min_cpu"), resource.number("max_cpu")];
        if (least <= most) return [];
        return [{ resource, message: `has min_cpu ${least} and max_cpu ${most}`, fix: "Exchange the two." }];
      }),
  },
];
