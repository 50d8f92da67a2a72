import { DataScalewayK8SVersion } from "@cdktf/provider-scaleway/lib/data-scaleway-k8s-version";
import { Annotations } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { isNewerVersion as isNewer } from "kapsule-guard/provider";

import { checkInteger, checkOneOf, checkProps, checkRegion, InvalidPropertyError, isToken, type Region } from "../core";

/** A Kubernetes release with its patch, such as `1.35.3`. */
export type PatchVersion = `${bigint}.${bigint}.${bigint}`;
/** A Kubernetes minor release, such as `1.35`. */
export type MinorVersion = `${bigint}.${bigint}`;

const NUMBER = "(?:0|[1-9]\\d*)";
const MINOR = new RegExp(`^${NUMBER}\\.${NUMBER}$`);
const PATCH = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}$`);
/** Source: "Securing a cluster with a regional Private Network". */
const FIRST_ON_NETWORKS = "1.22";

/** Days on which a maintenance window can lie. */
export const MAINTENANCE_DAYS = [
  "any",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
/** Day on which a maintenance window lies; `any` leaves it to Scaleway. */
export type MaintenanceDay = (typeof MAINTENANCE_DAYS)[number];

/** The two hours a week in which Scaleway upgrades patch releases. */
export interface MaintenanceWindow {
  /** Day of the week (UTC). */
  readonly day: MaintenanceDay;
  /** First of the two hours, from 0 to 23 (UTC). */
  readonly startHour: number;
}

/**
 * A cluster either stays on the patch release that it names, or names a minor release and lets Scaleway upgrade its
 * patches in a maintenance window. Values from variables and functions are of either type by a cast:
 * `variable.stringValue as PatchVersion`.
 */
export type ClusterVersion =
  | { readonly version: PatchVersion | KubernetesVersion; readonly autoUpgrade?: undefined }
  | { readonly version: MinorVersion; readonly autoUpgrade: MaintenanceWindow };

/** Properties of a {@link KubernetesVersion}. */
export interface KubernetesVersionProps {
  /** @default - the provider's region */
  readonly region?: Region | undefined;
}

/**
 * Scaleway's newest Kubernetes version, looked up at every plan. It floats: a plan made after a release upgrades the
 * cluster. A pinned version is the better choice for anything that lasts.
 *
 * Source: data source `scaleway_k8s_version`.
 */
export class KubernetesVersion extends Construct {
  /** The version that Scaleway offers as the newest. */
  public static latest(scope: Construct, id: string, props: KubernetesVersionProps = {}): KubernetesVersion {
    return new KubernetesVersion(scope, id, props);
  }

  /** The version's number, known when Terraform runs. */
  public readonly name: string;
  /** The underlying data source. */
  public readonly resource: DataScalewayK8SVersion;

  private constructor(scope: Construct, id: string, props: KubernetesVersionProps) {
    super(scope, id);
    checkProps(this, props, { types: { region: "string" } });
    checkRegion(this, props.region);
    this.resource = new DataScalewayK8SVersion(this, "Resource", { name: "latest", region: props.region });
    this.name = this.resource.name;
    Annotations.of(this).addWarning(
      'The newest Kubernetes version floats: a plan made after a release upgrades the cluster. Pin one, such as version: "1.35.3".',
    );
  }
}

/** The version attribute of a cluster, checked against how it is upgraded. */
export function bindVersion(scope: IConstruct, { version, autoUpgrade }: ClusterVersion): string {
  if (version instanceof KubernetesVersion) {
    if (autoUpgrade !== undefined) {
      throw new InvalidPropertyError(scope, {
        property: "autoUpgrade",
        value: autoUpgrade,
        requirement: "be absent with the newest version, which names a patch release",
        suggestion: 'Leave it out, or write a minor version such as version: "1.35".',
      });
    }
    return version.name;
  }
  if (!isToken(version)) checkVersion(scope, version, autoUpgrade !== undefined);
  return version;
}

/** Refuses a window that Scaleway does not have. */
export function checkMaintenanceWindow(scope: IConstruct, window: MaintenanceWindow): void {
  checkProps(scope, window, {
    types: { day: "any", startHour: "any" },
    required: ["day", "startHour"],
    within: "autoUpgrade",
  });
  checkOneOf(scope, "autoUpgrade.day", window.day, MAINTENANCE_DAYS);
  checkInteger(scope, "autoUpgrade.startHour", window.startHour, { min: 0, max: 23, unit: "hours" });
}

function checkVersion(scope: IConstruct, version: string, autoUpgrade: boolean): void {
  const refuse = (requirement: string, suggestion: string) =>
    new InvalidPropertyError(scope, { property: "version", value: version, requirement, suggestion });
  const number = typeof version === "string" ? version.replace(/^v/, "") : "";
  const wanted = autoUpgrade ? "a minor version x.y" : "a patch version x.y.z";
  if (version === "latest") {
    throw refuse(`be ${wanted}`, 'To float with the newest one: version: KubernetesVersion.latest(this, "latest").');
  }
  if (number !== version && (MINOR.test(number) || PATCH.test(number))) {
    throw refuse('have no leading "v"', `Write version: "${number}".`);
  }
  if (autoUpgrade && PATCH.test(number)) {
    const minor = number.split(".").slice(0, 2).join(".");
    throw refuse(
      "be a minor version x.y where autoUpgrade chooses the patch",
      `Write version: "${minor}", or leave autoUpgrade out.`,
    );
  }
  if (!autoUpgrade && MINOR.test(number)) {
    throw refuse(
      "be a patch version x.y.z without autoUpgrade",
      `Write version: "${number}.0", or add autoUpgrade: { day: "any", startHour: 3 }.`,
    );
  }
  if (!(autoUpgrade ? MINOR : PATCH).test(number)) {
    throw refuse(`be ${wanted}`, `Write, for example, version: "${autoUpgrade ? "1.35" : "1.35.3"}".`);
  }
  if (isNewerVersion(FIRST_ON_NETWORKS, number)) {
    throw refuse(
      `be ${FIRST_ON_NETWORKS} or newer, the first that Private Networks take`,
      "Upgrade the cluster, one minor version after the other, before it joins a network.",
    );
  }
}

/** Refuses a pool version that is no patch version. Absent values and tokens pass. */
export function checkPoolVersion(scope: IConstruct, version: string | undefined): void {
  if (version === undefined || isToken(version) || (typeof version === "string" && PATCH.test(version))) return;
  throw new InvalidPropertyError(scope, {
    property: "version",
    value: version,
    requirement: "be a patch version x.y.z",
    suggestion: 'Write, for example, version: "1.35.3", or leave it out to follow the cluster.',
  });
}

/** Whether a version is newer than another one, as far as both say it. Tokens are not. */
export function isNewerVersion(version: string, than: string): boolean {
  return !isToken(version) && !isToken(than) && isNewer(version, than);
}
