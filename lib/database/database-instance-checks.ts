import { IConstruct } from "constructs";

import { checkInteger, checkName, checkOneOf, checkProps, isToken } from "../core/check";
import { InvalidPropertyError } from "../core/invalid-property";
import { checkRegion } from "../core/locality";
import { networkRegionErrors } from "../network/network-region";
import type { DatabaseBackups, DatabaseInstanceProps, DatabaseVolume } from "./database-instance";

const ENGINE = /^(PostgreSQL|MySQL)-\d+$/i;
const VOLUME_TYPES = ["lssd", "bssd", "sbs_5k", "sbs_15k"];
/** Block storage grows in steps of 5 GB (validator of `volume_size_in_gb`). */
const VOLUME_STEP = 5;

/**
 * Refuses what the provider or Scaleway would refuse in a database, each with the way out.
 *
 * @throws InvalidPropertyError at the first property that is out of its bounds
 */
export function checkDatabaseInstance(scope: IConstruct, props: DatabaseInstanceProps): void {
  checkProps(scope, props, ["network", "engine", "nodeType", "password"]);
  checkPassword(scope, props.password);
  checkEngine(scope, props.engine);
  checkName(scope, "nodeType", props.nodeType);
  checkName(scope, "name", props.name);
  checkName(scope, "userName", props.userName);
  checkRegion(scope, props.region);
  checkBoolean(scope, "highAvailability", props.highAvailability);
  checkBoolean(scope, "publicEndpoint", props.publicEndpoint);
  checkInteger(scope, "passwordVersion", props.passwordVersion, { min: 1 });
  checkInteger(scope, "port", props.port, { min: 1, max: 65535 });
  checkVolume(scope, props.volume);
  checkBackups(scope, props.backups);
  if (props.logsPolicy !== undefined) {
    checkProps(scope, props.logsPolicy, []);
    checkInteger(scope, "logsPolicy.maxAgeRetention", props.logsPolicy.maxAgeRetention, { min: 0, unit: "days" });
    checkInteger(scope, "logsPolicy.totalDiskRetention", props.logsPolicy.totalDiskRetention, {
      min: 0,
      unit: "bytes",
    });
  }
  scope.node.addValidation({ validate: () => networkRegionErrors(scope, props.region, props.network) });
}

function checkPassword(scope: IConstruct, password: string): void {
  if (isToken(password)) return;
  throw new InvalidPropertyError(scope, {
    property: "password",
    bound: "be a reference, not a literal, which would be in the source and in the synthesized JSON",
    fix: 'Write password: new TerraformVariable(this, "db-password", { sensitive: true }).stringValue, or refer to an ephemeral resource.',
  });
}

function checkEngine(scope: IConstruct, engine: string): void {
  if (isToken(engine) || ENGINE.test(engine)) return;
  throw new InvalidPropertyError(scope, {
    property: "engine",
    value: engine,
    bound: "be PostgreSQL or MySQL with its major version",
    fix: 'Write, for example, engine: "PostgreSQL-15".',
  });
}

function checkBoolean(scope: IConstruct, property: string, value: unknown): void {
  if (value === undefined || typeof value === "boolean" || isToken(value)) return;
  throw new InvalidPropertyError(scope, {
    property,
    value,
    bound: "be true or false",
    fix: `Write ${property}: true, or leave it out.`,
  });
}

function checkVolume(scope: IConstruct, volume: DatabaseVolume | undefined): void {
  if (volume === undefined) return;
  checkProps(scope, volume, ["type"]);
  const { type, sizeInGb } = volume as { type: string; sizeInGb?: number };
  checkOneOf(scope, "volume.type", type, VOLUME_TYPES);
  if (sizeInGb === undefined) return;
  if (type === "lssd") {
    throw new InvalidPropertyError(scope, {
      property: "volume.sizeInGb",
      value: sizeInGb,
      bound: "be absent with lssd, whose size comes with the node type",
      fix: 'Leave it out, or write volume: { type: "sbs_5k", sizeInGb: 20 }.',
    });
  }
  checkInteger(scope, "volume.sizeInGb", sizeInGb, { min: VOLUME_STEP, unit: "GB" });
  if (isToken(sizeInGb) || sizeInGb % VOLUME_STEP === 0) return;
  throw new InvalidPropertyError(scope, {
    property: "volume.sizeInGb",
    value: sizeInGb,
    bound: `be a multiple of ${VOLUME_STEP}`,
    fix: `Write sizeInGb: ${Math.ceil(sizeInGb / VOLUME_STEP) * VOLUME_STEP}.`,
  });
}

function checkBackups(scope: IConstruct, backups: DatabaseBackups | false | undefined): void {
  if (backups === undefined || backups === false) return;
  checkProps(scope, backups, []);
  checkInteger(scope, "backups.frequencyInHours", backups.frequencyInHours, { min: 1, unit: "hours" });
  checkInteger(scope, "backups.retentionInDays", backups.retentionInDays, { min: 1, max: 365, unit: "days" });
}
