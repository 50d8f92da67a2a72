import type { IConstruct } from "constructs";
import { localStorageSize, mysqlEncryption } from "kapsule-guard/checks";

import {
  checkBy,
  checkConstruct,
  checkInteger,
  checkKnown,
  checkLocality,
  checkName,
  checkOneOf,
  checkPort,
  checkProps,
  checkRegion,
  checkUuid,
  InvalidPropertyError,
  isToken,
  SHAPES,
} from "../core";
import { checkSecretReference } from "../secret";
import {
  DATABASE_ENGINES,
  DATABASE_VOLUME_TYPES,
  type DatabaseBackups,
  type DatabaseInstanceProps,
  type DatabaseLogsPolicy,
  type DatabaseVolume,
  type RestoredDatabaseInstanceProps,
} from "./database-instance-props";
import { isRestored } from "./database-origin";

const ENGINE = new RegExp(`^(?:${DATABASE_ENGINES.join("|")})-\\d+$`, "i");
/** Block storage grows in steps of 5 GB (validator of `volume_size_in_gb`). */
const VOLUME_STEP = 5;

/**
 * Refuses what the provider or Scaleway would refuse in a database, and says of each what to write instead.
 *
 * @throws InvalidPropertyError at the first property that is out of its bounds
 */
export function checkDatabaseInstance(
  scope: IConstruct,
  props: DatabaseInstanceProps | RestoredDatabaseInstanceProps,
): void {
  if (typeof props === "object" && (props as object | null) !== null && isRestored(props)) checkRestored(scope, props);
  else checkNew(scope, props as DatabaseInstanceProps);
  checkConstruct(scope, "network", props.network, "privateNetworkId", 'new PrivateNetwork(this, "network")');
  checkName(scope, "nodeType", props.nodeType);
  checkName(scope, "name", props.name);
  checkRegion(scope, props.region);
  checkUuid(scope, "projectId", props.projectId);
  checkKnown(scope, "publicEndpoint", props.publicEndpoint);
  checkKnown(scope, "backups", props.backups);
  checkPort(scope, "port", props.port);
  checkSettings(scope, props.settings);
  checkVolume(scope, props.volume);
  checkBackups(scope, props.backups);
  checkLogsPolicy(scope, props.logsPolicy);
  checkLocality(scope, { region: props.region }, [{ property: "network", to: props.network, kind: "region" }]);
}

function checkNew(scope: IConstruct, props: DatabaseInstanceProps): void {
  checkProps(scope, props, SHAPES.DatabaseInstanceProps);
  if (props.password !== false) checkSecretReference(scope, "password", props.password);
  checkEngine(scope, props.engine);
  checkBy(scope, mysqlEncryption, {
    engine: { property: "engine", value: props.engine },
    encryption_at_rest: { property: "encryptionAtRest", value: props.encryptionAtRest },
  });
  checkName(scope, "userName", props.userName);
  checkInteger(scope, "passwordVersion", props.passwordVersion, { min: 1 });
  if (props.importId !== undefined) checkImported(scope, props);
}

/** Refuses what would set a password anew, or make the provider replace the instance, when one that exists is imported. */
function checkImported(scope: IConstruct, { password, userName }: DatabaseInstanceProps): void {
  if (password !== false) {
    throw new InvalidPropertyError(scope, {
      property: "password",
      requirement: "be false with importId: the import would set the first user's password anew",
      suggestion: "Write password: false, and change the password once the instance is imported.",
    });
  }
  if (userName === undefined) return;
  throw new InvalidPropertyError(scope, {
    property: "userName",
    value: userName,
    requirement: "be absent with importId: where it is not the one that the provider finds, the instance is replaced",
    suggestion: "Leave it out.",
  });
}

const HELD_BY_SNAPSHOT = ["engine", "password", "passwordVersion", "userName", "initSettings"];

/** What the snapshot holds already is refused, since the provider would send none of it. */
function checkRestored(scope: IConstruct, props: RestoredDatabaseInstanceProps): void {
  const held = Object.fromEntries(HELD_BY_SNAPSHOT.map((name) => [name, "any" as const]));
  const { types, required } = SHAPES.RestoredDatabaseInstanceProps;
  checkProps(scope, props, { types: { ...types, ...held }, required });
  if (typeof props.snapshot !== "string")
    checkConstruct(scope, "snapshot", props.snapshot, "snapshotId", 'database.addSnapshot("before-upgrade")');
  for (const property of HELD_BY_SNAPSHOT) {
    const value = (props as unknown as Record<string, unknown>)[property];
    if (value === undefined) continue;
    throw new InvalidPropertyError(scope, {
      property,
      value: property === "password" ? undefined : value,
      requirement: "be absent with a snapshot, which has it already",
      suggestion: "Leave it out, and change it once the instance is restored.",
    });
  }
}

function checkLogsPolicy(scope: IConstruct, policy: DatabaseLogsPolicy | undefined): void {
  if (policy === undefined) return;
  checkProps(scope, policy, { ...SHAPES.DatabaseLogsPolicy, within: "logsPolicy" });
  checkInteger(scope, "logsPolicy.maxAgeInDays", policy.maxAgeInDays, { min: 0, unit: "days" });
  checkInteger(scope, "logsPolicy.maxSizeInBytes", policy.maxSizeInBytes, { min: 0, unit: "bytes" });
}

function checkEngine(scope: IConstruct, engine: string): void {
  if (isToken(engine) || ENGINE.test(engine)) return;
  throw new InvalidPropertyError(scope, {
    property: "engine",
    value: engine,
    requirement: `be ${DATABASE_ENGINES.join(" or ")} with its major version`,
    suggestion: 'Write, for example, engine: "PostgreSQL-15".',
  });
}

function checkSettings(scope: IConstruct, settings: Record<string, string> | undefined): void {
  if (settings === undefined || isToken(settings) || Object.keys(settings).length > 0) return;
  throw new InvalidPropertyError(scope, {
    property: "settings",
    value: settings,
    requirement: "have a setting or be absent: an empty map wipes the defaults of the engine",
    suggestion: "Leave it out.",
  });
}

function checkVolume(scope: IConstruct, volume: DatabaseVolume | undefined): void {
  if (volume === undefined) return;
  checkProps(scope, volume, { ...SHAPES.DatabaseVolume, within: "volume" });
  const { type, sizeInGb } = volume as { type: string; sizeInGb?: number };
  checkOneOf(scope, "volume.type", type, DATABASE_VOLUME_TYPES);
  checkBy(scope, localStorageSize, {
    volume_type: { property: "volume.type", value: type },
    volume_size_in_gb: { property: "volume.sizeInGb", value: sizeInGb },
  });
  if (sizeInGb === undefined) return;
  checkInteger(scope, "volume.sizeInGb", sizeInGb, { min: VOLUME_STEP, unit: "GB" });
  if (isToken(sizeInGb) || sizeInGb % VOLUME_STEP === 0) return;
  throw new InvalidPropertyError(scope, {
    property: "volume.sizeInGb",
    value: sizeInGb,
    requirement: `be a multiple of ${VOLUME_STEP}`,
    suggestion: `Write sizeInGb: ${Math.ceil(sizeInGb / VOLUME_STEP) * VOLUME_STEP}.`,
  });
}

function checkBackups(scope: IConstruct, backups: DatabaseBackups | false | undefined): void {
  if (backups === undefined || backups === false) return;
  checkProps(scope, backups, { ...SHAPES.DatabaseBackups, within: "backups" });
  checkInteger(scope, "backups.frequencyInHours", backups.frequencyInHours, { min: 1, unit: "hours" });
  checkInteger(scope, "backups.retentionInDays", backups.retentionInDays, { min: 1, max: 365, unit: "days" });
}
