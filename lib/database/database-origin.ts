import type { RdbInstanceConfig } from "@cdktf/provider-scaleway/lib/rdb-instance";
import type { IConstruct } from "constructs";

import type { DatabaseInstanceProps, RestoredDatabaseInstanceProps } from "./database-instance-props";

/** Where an instance comes from: an engine that starts empty, or a snapshot. */
export type DatabaseOrigin = Pick<
  RdbInstanceConfig,
  "engine" | "initSettings" | "passwordWo" | "passwordWoVersion" | "snapshotId" | "userName"
>;

/** Whether an instance is to be restored from a snapshot. */
export function isRestored(
  props: DatabaseInstanceProps | RestoredDatabaseInstanceProps,
): props is RestoredDatabaseInstanceProps {
  return "snapshot" in props;
}

/** The arguments that say where an instance comes from. */
export function originOf(props: DatabaseInstanceProps | RestoredDatabaseInstanceProps): DatabaseOrigin {
  if (isRestored(props)) {
    const { snapshot } = props;
    return { snapshotId: typeof snapshot === "string" ? snapshot : snapshot.snapshotId };
  }
  const { engine, initSettings, userName, password, passwordVersion = 1 } = props;
  const sent = password === false ? {} : { passwordWo: password, passwordWoVersion: passwordVersion };
  return { engine, initSettings, userName, ...sent };
}

/** The construct of the snapshot, where it is one. */
export function snapshotOf(props: DatabaseInstanceProps | RestoredDatabaseInstanceProps): readonly IConstruct[] {
  return isRestored(props) && typeof props.snapshot !== "string" ? [props.snapshot] : [];
}
