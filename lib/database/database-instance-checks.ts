import type { IConstruct } from "constructs";

import { checkConstruct, checkInteger, checkKnown, checkName, checkOneOf, checkUuid, isToken } from "../core/check";
import { describeInvalid, InvalidPropertyError } from "../core/invalid-property";
import { checkRegion } from "../core/locality";
import { checkProps, type PropertyTypes } from "../core/props";
import { resolvedText } from "../core/text";
import { networkRegionErrors } from "../network/network-region";
import { referencesIn } from "../recreation/language/references";
import {
  DATABASE_ENGINES,
  DATABASE_VOLUME_TYPES,
  type DatabaseBackups,
  type DatabaseInstanceProps,
  type DatabaseVolume,
} from "./database-instance-props";

const ENGINE = new RegExp(`^(?:${DATABASE_ENGINES.join("|")})-\\d+$`, "i");
/** Block storage grows in steps of 5 GB (validator of `volume_size_in_gb`). */
const VOLUME_STEP = 5;

const TYPES: PropertyTypes<DatabaseInstanceProps> = {
  network: "any",
  engine: "text",
  nodeType: "text",
  password: "any",
  passwordVersion: "number",
  userName: "text",
  name: "text",
  volume: "any",
  highAvailability: "boolean",
  backups: "any",
  logsPolicy: "any",
  settings: "text map",
  initSettings: "text map",
  encryptionAtRest: "boolean",
  publicEndpoint: "boolean",
  port: "number",
  region: "text",
  projectId: "text",
  tags: "texts",
  removalPolicy: "any",
};

/**
 * Refuses what the provider or Scaleway would refuse in a database, and says of each what to write instead.
 *
 * @throws InvalidPropertyError at the first property that is out of its bounds
 */
export function checkDatabaseInstance(scope: IConstruct, props: DatabaseInstanceProps): void {
  checkProps(scope, props, { types: TYPES, required: ["network", "engine", "nodeType", "password"] });
  checkConstruct(scope, "network", props.network, "privateNetworkId", 'new PrivateNetwork(this, "network")');
  checkPassword(scope, props.password);
  checkEngine(scope, props.engine);
  checkName(scope, "nodeType", props.nodeType);
  checkName(scope, "name", props.name);
  checkName(scope, "userName", props.userName);
  checkRegion(scope, props.region);
  checkUuid(scope, "projectId", props.projectId);
  checkKnown(scope, "publicEndpoint", props.publicEndpoint);
  checkKnown(scope, "backups", props.backups);
  checkInteger(scope, "passwordVersion", props.passwordVersion, { min: 1 });
  checkInteger(scope, "port", props.port, { min: 1, max: 65535 });
  checkVolume(scope, props.volume);
  checkBackups(scope, props.backups);
  if (props.logsPolicy !== undefined) {
    checkProps(scope, props.logsPolicy, {
      types: { maxAgeRetention: "any", totalDiskRetention: "any" },
      within: "logsPolicy",
    });
    checkInteger(scope, "logsPolicy.maxAgeRetention", props.logsPolicy.maxAgeRetention, { min: 0, unit: "days" });
    checkInteger(scope, "logsPolicy.totalDiskRetention", props.logsPolicy.totalDiskRetention, {
      min: 0,
      unit: "bytes",
    });
  }
  scope.node.addValidation({ validate: () => networkRegionErrors(scope, props.region, props.network) });
}

function checkPassword(scope: IConstruct, password: string): void {
  if (!isToken(password)) throw new InvalidPropertyError(scope, LITERAL_PASSWORD);
  scope.node.addValidation({
    // A token can stand for a literal, or for a function of one; what it is shows once it is resolved.
    validate: () => (referencesIn(resolvedText(scope, password)).length > 0 ? [] : [describeInvalid(LITERAL_PASSWORD)]),
  });
}

const LITERAL_PASSWORD = {
  property: "password",
  requirement: "be a reference, not a literal, which would be in the source and in the synthesized JSON",
  suggestion:
    'Write password: new TerraformVariable(this, "db-password", { sensitive: true }).stringValue, or refer to an ephemeral resource.',
};

function checkEngine(scope: IConstruct, engine: string): void {
  if (isToken(engine) || ENGINE.test(engine)) return;
  throw new InvalidPropertyError(scope, {
    property: "engine",
    value: engine,
    requirement: `be ${DATABASE_ENGINES.join(" or ")} with its major version`,
    suggestion: 'Write, for example, engine: "PostgreSQL-15".',
  });
}

function checkVolume(scope: IConstruct, volume: DatabaseVolume | undefined): void {
  if (volume === undefined) return;
  checkProps(scope, volume, { types: { type: "any", sizeInGb: "any" }, required: ["type"], within: "volume" });
  const { type, sizeInGb } = volume as { type: string; sizeInGb?: number };
  checkOneOf(scope, "volume.type", type, DATABASE_VOLUME_TYPES);
  if (sizeInGb === undefined) return;
  if (type === "lssd") {
    throw new InvalidPropertyError(scope, {
      property: "volume.sizeInGb",
      value: sizeInGb,
      requirement: "be absent with lssd, whose size comes with the node type",
      suggestion: 'Leave it out, or write volume: { type: "sbs_5k", sizeInGb: 20 }.',
    });
  }
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
  checkProps(scope, backups, {
    types: { frequencyInHours: "any", retentionInDays: "any", sameRegion: "boolean" },
    within: "backups",
  });
  checkInteger(scope, "backups.frequencyInHours", backups.frequencyInHours, { min: 1, unit: "hours" });
  checkInteger(scope, "backups.retentionInDays", backups.retentionInDays, { min: 1, max: 365, unit: "days" });
}
