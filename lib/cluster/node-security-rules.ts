import { Token } from "cdktf";
import type { IConstruct } from "constructs";

import { checkCidr } from "../access";
import { checkInteger, checkOneOf, InvalidPropertyError, isToken } from "../core";
import type { InboundRuleOptions, INodeSecurityRules, OutboundRuleOptions } from "./i-node-security-rules";
import { Port, type PortRange, PROTOCOLS } from "./port";

/** A rule block as Terraform JSON has it. */
interface SecurityGroupRule {
  readonly "//"?: string;
  readonly action: "accept";
  readonly protocol: string;
  readonly port?: number;
  readonly port_range?: string;
  readonly ip_range?: string;
}

/** The rules of a cluster's nodes. They hold in every zone, so a group of any zone renders all of them. */
export class NodeSecurityRules implements INodeSecurityRules {
  private readonly inbound: SecurityGroupRule[] = [];
  private readonly outbound: SecurityGroupRule[] = [];

  constructor(private readonly scope: IConstruct) {}

  /**
   * Lets connections to the nodes in.
   *
   * @throws InvalidPropertyError when the port, the protocol or the block is out of its bounds
   */
  public allowInbound(port: Port, options: InboundRuleOptions = {}): void {
    checkOptions(this.scope, "allowInbound", options, ["from", "description"]);
    const { from, description } = options;
    this.inbound.push(rule(this.scope, "allowInbound", port, from, description));
  }

  /**
   * Lets connections from the nodes out. Only needed where the outbound policy is `drop`.
   *
   * @throws InvalidPropertyError when the port, the protocol or the block is out of its bounds
   */
  public allowOutbound(port: Port, options: OutboundRuleOptions = {}): void {
    checkOptions(this.scope, "allowOutbound", options, ["to", "description"]);
    const { to, description } = options;
    this.outbound.push(rule(this.scope, "allowOutbound", port, to, description));
  }

  /** Whether there is any rule. */
  public get isEmpty(): boolean {
    return this.inbound.length + this.outbound.length === 0;
  }

  /** Inbound rules in the order in which they were added. */
  public renderInbound(): SecurityGroupRule[] | undefined {
    return this.inbound.length > 0 ? [...this.inbound] : undefined;
  }

  /** Outbound rules in the order in which they were added. */
  public renderOutbound(): SecurityGroupRule[] | undefined {
    return this.outbound.length > 0 ? [...this.outbound] : undefined;
  }
}

function rule(
  scope: IConstruct,
  property: string,
  port: Port,
  range: string | undefined,
  description: string | undefined,
): SecurityGroupRule {
  checkPort(scope, property, port);
  checkCidr(scope, property, range);
  return {
    ...(description === undefined ? {} : { "//": description }),
    action: "accept",
    protocol: port.protocol,
    ...portAttributes(port),
    ...(range === undefined ? {} : { ip_range: range }),
  };
}

function portAttributes({ range }: Port): Pick<SecurityGroupRule, "port" | "port_range"> {
  if (range === undefined) return {};
  if (range.first === range.last) return { port: range.first };
  // A number token is an encoded number, which a template would print as it is.
  return { port_range: `${Token.asString(range.first)}-${Token.asString(range.last)}` };
}

/** Rules open ports, so a misspelt option must not open them to everybody. */
function checkOptions(scope: IConstruct, property: string, options: unknown, known: readonly string[]): void {
  const given: unknown[] = typeof options === "object" && options !== null ? Object.keys(options) : [options];
  const misspelt = given.find((name) => !known.includes(name as string));
  if (given.length === 0 || misspelt === undefined) return;
  throw new InvalidPropertyError(scope, {
    property: `${property} options`,
    value: misspelt,
    requirement: `have only ${known.join(" and ")}`,
    suggestion: `Write, for example, { ${known[0] ?? ""}: "10.0.0.0/8" }.`,
  });
}

function checkPort(scope: IConstruct, property: string, port: unknown): asserts port is Port {
  if (!(port instanceof Port)) {
    throw new InvalidPropertyError(scope, {
      property,
      value: port,
      requirement: "be a Port",
      suggestion: "Write, for example, Port.tcp(443) or Port.nodePorts().",
    });
  }
  const protocol: unknown = port.protocol;
  checkOneOf(scope, `${property} protocol`, protocol === undefined ? "" : port.protocol, PROTOCOLS);
  if (port.range !== undefined) checkRange(scope, property, port, port.range);
}

function checkRange(scope: IConstruct, property: string, port: Port, { first, last }: PortRange): void {
  for (const end of [first, last] as unknown[]) {
    checkInteger(scope, `${property} port`, typeof end === "number" ? end : Number.NaN, { min: 1, max: 65535 });
  }
  if (port.protocol === "ICMP" || port.protocol === "ANY") {
    throw new InvalidPropertyError(scope, {
      property: `${property} port`,
      value: port.toString(),
      requirement: "be absent: only TCP and UDP have ports",
      suggestion: `Write Port.${port.protocol === "ICMP" ? "icmp" : "all"}().`,
    });
  }
  if (isToken(first) || isToken(last) || first <= last) return;
  throw new InvalidPropertyError(scope, {
    property: `${property} port`,
    value: `${first}-${last}`,
    requirement: "be a range from the lower to the higher port",
    suggestion: `Did you mean ${last}-${first}?`,
  });
}
