import type { PlatformCheck } from "../check";

export const serverlessDatabaseSize: PlatformCheck = {
  id: "serverless-database-size",
  level: "error",
  title: "A serverless database with min greater than max",
  explanation: "min_cpu must not be greater than max_cpu.",
  example: {
    wrong: { scaleway_sdb_sql_database: { s: { name: "s", min_cpu: 4, max_cpu: 2 } } },
    right: { scaleway_sdb_sql_database: { s: { name: "s", min_cpu: 2, max_cpu: 2 } } },
  },
  appliesTo: ["scaleway_sdb_sql_database"],
  judge: (resource) => {
    const [least = 0, most = Infinity] = [resource.number("min_cpu"), resource.number("max_cpu")];
    if (least <= most) return [];
    return [{ message: `has min_cpu ${least} and max_cpu ${most}`, fix: "Exchange the two." }];
  },
};
