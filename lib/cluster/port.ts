/** Protocols of a security group rule. */
export const PROTOCOLS = ["TCP", "UDP", "ICMP", "ANY"] as const;
/** Protocol of a security group rule. */
export type Protocol = (typeof PROTOCOLS)[number];

/** Ports from the first to the last, both included. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/**
 * What a security group rule lets through: a protocol and, for TCP and UDP, one port or a range of ports.
 */
export class Port {
  /** One TCP port. */
  public static tcp(port: number): Port {
    return new Port("TCP", { first: port, last: port });
  }

  /** TCP ports from the first to the last, both included. */
  public static tcpRange(first: number, last: number): Port {
    return new Port("TCP", { first, last });
  }

  /** Every TCP port. */
  public static allTcp(): Port {
    return new Port("TCP");
  }

  /** One UDP port. */
  public static udp(port: number): Port {
    return new Port("UDP", { first: port, last: port });
  }

  /** UDP ports from the first to the last, both included. */
  public static udpRange(first: number, last: number): Port {
    return new Port("UDP", { first, last });
  }

  /** Every UDP port. */
  public static allUdp(): Port {
    return new Port("UDP");
  }

  /** ICMP, such as `ping`. */
  public static icmp(): Port {
    return new Port("ICMP");
  }

  /** Every protocol and port. */
  public static all(): Port {
    return new Port("ANY");
  }

  /** Ports whose protocol is known only as data. */
  public static of(protocol: Protocol, first: number, last = first): Port {
    return new Port(protocol, { first, last });
  }

  /** Ports of Kubernetes services of type NodePort: TCP 30000 to 32767. */
  public static nodePorts(): Port {
    return Port.tcpRange(30000, 32767);
  }

  /** SSH: TCP 22. */
  public static ssh(): Port {
    return Port.tcp(22);
  }

  /** Internet Key Exchange of IPsec, which the documented example lets in: UDP 500. */
  public static ike(): Port {
    return Port.udp(500);
  }

  private constructor(
    /** Protocol of the traffic. */
    public readonly protocol: Protocol,
    /** The ports, or undefined for all. */
    public readonly range?: PortRange,
  ) {}

  /** The ports in words, for messages. */
  public toString(): string {
    if (this.range === undefined) return this.protocol;
    const { first, last } = this.range;
    return `${this.protocol} ${first === last ? first : `${first}-${last}`}`;
  }
}
