import { CockpitAlertManager } from "@cdktf/provider-scaleway/lib/cockpit-alert-manager";
import { CockpitSource } from "@cdktf/provider-scaleway/lib/cockpit-source";
import { CockpitToken } from "@cdktf/provider-scaleway/lib/cockpit-token";
import { Construct } from "constructs";

import {
  checkInteger,
  checkName,
  checkProps,
  checkRegion,
  checkUuid,
  defaultName,
  InvalidPropertyError,
  type Region,
  scopeOf,
  SHAPES,
} from "../core";
import { attachGuard } from "../guard";

/** What Cockpit keeps. */
export const OBSERVED_DATA = ["logs", "metrics", "traces"] as const;
/** A kind of what Cockpit keeps. */
export type ObservedData = (typeof OBSERVED_DATA)[number];

/** Properties of {@link Observability}. */
export interface ObservabilityProps {
  /**
   * Days that data of one's own is kept, by its kind: 1 to 365. What Kapsule itself reports needs none: it is in Cockpit from the
   * first node on, and is free.
   *
   * @default - no sources
   */
  readonly sources?: Readonly<Partial<Record<ObservedData, number>>> | undefined;
  /** Addresses that alerts are mailed to. @default - nobody */
  readonly alertContacts?: readonly string[] | undefined;
  /** Scaleway's own alerts that are on, by id: the data source `scaleway_cockpit_preconfigured_alert` has them. @default - none */
  readonly preconfiguredAlertIds?: readonly string[] | undefined;
  /** @default - the provider's region */
  readonly region?: Region | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
}

/** What a token may do. */
export interface ObservabilityTokenOptions {
  /** What it may query. @default - all kinds, unless it may write */
  readonly read?: readonly ObservedData[] | undefined;
  /** What it may send. @default - nothing */
  readonly write?: readonly ObservedData[] | undefined;
  /** @default - the construct's path, with hyphens */
  readonly name?: string | undefined;
}

/**
 * Cockpit for what runs in a cluster: sources for data of one's own, tokens to send and query it, and who is told of alerts.
 *
 * Source: `scaleway_cockpit_source`, `scaleway_cockpit_token`, `scaleway_cockpit_alert_manager`.
 */
export class Observability extends Construct {
  /** The sources that are made, by what they keep. */
  public readonly sources: Readonly<Partial<Record<ObservedData, CockpitSource>>>;
  /** The alert manager, where there are contacts or alerts. */
  public readonly alertManager?: CockpitAlertManager;
  private readonly place: Pick<ObservabilityProps, "region" | "projectId">;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: ObservabilityProps = {}) {
    super(scope, id);
    checkObservability(this, props);
    attachGuard(this);
    const { sources = {}, alertContacts = [], preconfiguredAlertIds = [], region, projectId } = props;
    this.place = { region, projectId };
    const made = Object.entries(sources).map(([type, retentionDays]) => [
      type,
      new CockpitSource(scopeOf(this, "Sources"), type, {
        type,
        name: defaultName(this, type),
        retentionDays,
        ...this.place,
      }),
    ]);
    this.sources = Object.fromEntries(made) as Partial<Record<ObservedData, CockpitSource>>;
    if (alertContacts.length === 0 && preconfiguredAlertIds.length === 0) return;
    this.alertManager = new CockpitAlertManager(this, "AlertManager", {
      ...this.place,
      contactPoints: alertContacts.map((email) => ({ email })),
      ...(preconfiguredAlertIds.length === 0 ? {} : { preconfiguredAlertIds: [...preconfiguredAlertIds] }),
    });
  }

  /**
   * Makes a token. Without options it may query everything and send nothing. It is in the state of the stack.
   *
   * @throws InvalidPropertyError when it may do nothing, or an option is out of its bounds
   */
  public addToken(id: string, options: ObservabilityTokenOptions = {}): CockpitToken {
    const scope = scopeOf(this, "Tokens");
    checkProps(scope, options, { ...SHAPES.ObservabilityTokenOptions, within: "options" });
    const { write = [], read = options.write === undefined ? OBSERVED_DATA : [] } = options;
    for (const [property, kinds] of Object.entries({ read, write })) checkKinds(scope, property, kinds);
    if (read.length + write.length === 0) {
      throw new InvalidPropertyError(scope, {
        property: "read",
        value: read,
        requirement: "name something that the token may query, unless it may send something",
        suggestion: 'Write, for example, read: ["logs"].',
      });
    }
    const may = (kinds: readonly ObservedData[], kind: ObservedData) => kinds.includes(kind);
    return new CockpitToken(scope, id, {
      name: options.name ?? defaultName(this, id),
      ...this.place,
      // All of them are configured, since some are on by the provider's default.
      scopes: {
        queryLogs: may(read, "logs"),
        queryMetrics: may(read, "metrics"),
        queryTraces: may(read, "traces"),
        writeLogs: may(write, "logs"),
        writeMetrics: may(write, "metrics"),
        writeTraces: may(write, "traces"),
      },
    });
  }
}

function checkObservability(scope: Construct, props: ObservabilityProps): void {
  checkProps(scope, props, SHAPES.ObservabilityProps);
  checkKinds(scope, "sources", Object.keys(props.sources ?? {}));
  for (const [kind, days] of Object.entries(props.sources ?? {}))
    checkInteger(scope, `sources.${kind}`, days, { min: 1, max: 365, unit: "days" });
  for (const contact of props.alertContacts ?? []) checkEmail(scope, contact);
  for (const alert of props.preconfiguredAlertIds ?? []) checkName(scope, "preconfiguredAlertIds", alert);
  checkRegion(scope, props.region);
  checkUuid(scope, "projectId", props.projectId);
}

function checkKinds(scope: Construct, property: string, kinds: readonly string[]): void {
  const other = kinds.find((kind) => !(OBSERVED_DATA as readonly string[]).includes(kind));
  if (other === undefined) return;
  throw new InvalidPropertyError(scope, {
    property,
    value: other,
    requirement: `be of ${OBSERVED_DATA.join(", ")}`,
    suggestion: `Write ${OBSERVED_DATA[0]}, for example.`,
  });
}

function checkEmail(scope: Construct, contact: string): void {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact) || contact.includes("${")) return;
  throw new InvalidPropertyError(scope, {
    property: "alertContacts",
    value: contact,
    requirement: "be addresses of e-mail",
    suggestion: 'Write, for example, alertContacts: ["ops@example.com"].',
  });
}
