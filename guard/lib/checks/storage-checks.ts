import type { PlatformCheck } from "./check";

const IOPS = [5000, 15000];
const BUCKET = /^(?=.{3,63}$)[a-z\d](?:[a-z\d.-]*[a-z\d])?$/;
const NAMESPACE = /^(?=.{4,54}$)[a-z\d](?:[a-z\d-]*[a-z\d])?$/;

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
        if (iops === undefined || IOPS.includes(iops)) return [];
        return [{ resource, message: `has iops = ${iops}`, fix: `Write ${IOPS.join(" or ")}.` }];
      }),
  },
  {
    id: "bucket-name",
    level: "warning",
    title: "A bucket name that Object Storage refuses",
    explanation:
      "Names have 3 to 63 lowercase letters, digits, dots and hyphens, and begin and end with a letter or digit.",
    find: (platform) =>
      platform.of("scaleway_object_bucket").flatMap((resource) => {
        const name = resource.text("name");
        if (name === undefined || BUCKET.test(name)) return [];
        return [
          { resource, message: `is named ${JSON.stringify(name)}`, fix: "Take lowercase letters, digits and hyphens." },
        ];
      }),
  },
  {
    id: "registry-name",
    level: "error",
    title: "A registry name that Scaleway refuses",
    explanation: "Names have 4 to 54 lowercase letters, digits and hyphens, and begin and end with a letter or digit.",
    find: (platform) =>
      platform.of("scaleway_registry_namespace").flatMap((resource) => {
        const name = resource.text("name");
        if (name === undefined || NAMESPACE.test(name)) return [];
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
