import { DomainRecord } from "@cdktf/provider-scaleway/lib/domain-record";
import { Construct } from "constructs";

import {
  checkInteger,
  checkOneOf,
  checkProps,
  checkUuid,
  InvalidPropertyError,
  isToken,
  lifecycleOf,
  type RemovalPolicy,
  SHAPES,
} from "../core";
import { attachGuard } from "../guard";

/** Types of records that lead to a platform; others are left to `DomainRecord` of L1. */
export const DNS_RECORD_TYPES = ["A", "AAAA", "CNAME", "TXT"] as const;
/** Type of a record. */
export type DnsRecordType = (typeof DNS_RECORD_TYPES)[number];

/** Options of a record. */
export interface DnsRecordOptions {
  /** Name within the zone, such as `app` or `*.k8s`; empty for the zone itself. Immutable. */
  readonly name: string;
  /** Immutable. */
  readonly type: DnsRecordType;
  /** What the name stands for; a name that others have is written in full. */
  readonly data: string;
  /** Seconds that others may keep it: 60 to 2592000. @default 3600 */
  readonly ttl?: number | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
}

const ZONE = /^(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i;

/**
 * A DNS zone that is with Scaleway already, and records in it. The zone itself is delegated by its registrar, and no part of a stack.
 *
 * Source: `scaleway_domain_record`.
 */
export class DnsZone extends Construct {
  /** Refers to a zone by its name, such as `example.com`. */
  public static fromName(scope: Construct, id: string, name: string): DnsZone {
    return new DnsZone(scope, id, name);
  }

  private constructor(
    scope: Construct,
    id: string,
    /** Name of the zone, without a dot at its end. */
    public readonly name: string,
  ) {
    super(scope, id);
    if (isToken(name) || (typeof (name as unknown) === "string" && ZONE.test(name))) return;
    throw new InvalidPropertyError(this, {
      property: "name",
      value: name,
      requirement: "be the name of a zone, without a dot at its end",
      suggestion: 'Write, for example, DnsZone.fromName(this, "zone", "example.com").',
    });
  }

  /**
   * Adds a record.
   *
   * @throws InvalidPropertyError when an option is out of its bounds
   */
  public addRecord(id: string, options: DnsRecordOptions): DomainRecord {
    const scope = new Construct(this, id);
    checkProps(scope, options, SHAPES.DnsRecordOptions);
    const { name, type, data, ttl, projectId, removalPolicy } = options;
    checkOneOf(scope, "type", type, DNS_RECORD_TYPES);
    checkInteger(scope, "ttl", ttl, { min: 60, max: 2592000, unit: "seconds" });
    checkUuid(scope, "projectId", projectId);
    this.checkRecordName(scope, name);
    attachGuard(this);
    return new DomainRecord(scope, "Resource", {
      dnsZone: this.name,
      name,
      type,
      // Without its dot, the name of a CNAME is one within the zone.
      data: type === "CNAME" && !data.endsWith(".") ? `${data}.` : data,
      ttl,
      projectId,
      lifecycle: lifecycleOf(scope, removalPolicy),
    });
  }

  /** Has a name stand for an IPv4 address, such as that of a load balancer. */
  public addA(name: string, address: string): DomainRecord {
    return this.addRecord(`A-${name}`, { name, type: "A", data: address });
  }

  /** Has a name stand for another one, such as `cluster.wildcardDns`. */
  public addCname(name: string, target: string): DomainRecord {
    return this.addRecord(`CNAME-${name}`, { name, type: "CNAME", data: target });
  }

  private checkRecordName(scope: Construct, name: string): void {
    if (isToken(name) || isToken(this.name) || (name !== this.name && !name.endsWith(`.${this.name}`))) return;
    throw new InvalidPropertyError(scope, {
      property: "name",
      value: name,
      requirement: `be a name within ${this.name}`,
      suggestion: `Write name: "${name.slice(0, -this.name.length).replace(/\.$/, "")}".`,
    });
  }
}
