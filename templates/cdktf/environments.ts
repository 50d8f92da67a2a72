import type { PlatformProps } from "./platform";

/** One stack each, with a state and a lock of its own. */
export const environments: Readonly<Record<string, PlatformProps>> = {
  development: {
    subnet: "172.16.0.0/22",
    isolation: "controlled",
    pool: { nodeType: "DEV1-M", size: 1 },
    database: { nodeType: "DB-DEV-S" },
  },
  staging: {
    subnet: "172.16.4.0/22",
    isolation: "controlled",
    pool: { nodeType: "DEV1-M", size: 1 },
    database: { nodeType: "DB-DEV-S" },
  },
  production: {
    production: true,
    subnet: "172.16.8.0/22",
    isolation: "controlled",
    pool: { nodeType: "POP2-2C-8G", size: 2, autoscaling: { minSize: 2, maxSize: 5 } },
    database: { nodeType: "DB-GP-XS", highAvailability: true },
  },
};
