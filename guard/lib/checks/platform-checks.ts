import { AVAILABILITY_CHECKS } from "./availability-checks";
import type { PlatformCheck } from "./check";
import { CLUSTER_CHECKS } from "./cluster-checks";
import { DATABASE_CHECKS } from "./database-checks";
import { IDENTITY_CHECKS } from "./identity-checks";
import { LOAD_BALANCER_CHECKS } from "./load-balancer-checks";
import { LOCALITY_CHECKS } from "./locality-checks";
import { NETWORK_CHECKS } from "./network-checks";
import { OWNERSHIP_CHECKS } from "./ownership-checks";
import { PRODUCTION_CHECKS } from "./production-checks";
import { REACH_CHECKS } from "./reach-checks";
import { STORAGE_CHECKS } from "./storage-checks";

/** Every check, in the order of the documentation. */
export const PLATFORM_CHECKS: readonly PlatformCheck[] = [
  ...LOCALITY_CHECKS,
  ...NETWORK_CHECKS,
  ...CLUSTER_CHECKS,
  ...LOAD_BALANCER_CHECKS,
  ...OWNERSHIP_CHECKS,
  ...DATABASE_CHECKS,
  ...IDENTITY_CHECKS,
  ...STORAGE_CHECKS,
  ...REACH_CHECKS,
  ...AVAILABILITY_CHECKS,
  ...PRODUCTION_CHECKS,
];
