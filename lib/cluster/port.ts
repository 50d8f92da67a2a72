/** Protocols of a security group rule. */
export const PROTOCOLS = ["TCP", "UDP", "ICMP", "ANY"] as const;
/** Protocol of a security group rule. */
export type Protocol = (typeof PROTOCOLS)[number];

/**
 * What a security group rule lets through: a protocol and, for TCP and UDP, one port or a range of ports.
 */
export class Port {
  /** One TCP port. */
  public static tcp(port: number): Port {
    return new Port("TCP", port, port);
  }

  /** TCP ports from the first to the last, both included. */
  public static tcpRange(first: number, last: number): Port {
    return new Port("TCP", first, last);
  }

  /** Every TCP port. */
  public static allTcp(): Port {
    return new Port("TCP");
  }

  /** One UDP port. */
  public static udp(port: number): Port {
    return new Port("UDP", port, port);
  }

  /** UDP ports from the first to the last, both included. */
  public static udpRange(first: number, last: number): Port {
    return new Port("UDP", first, last);
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
  public static of(protocol: Protocol, first?: number, last = first): Port {
    return new Port(protocol, first, last);
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
    public readonly protocol: Protocol,
    /** First port, or undefined for all. */
    public readonly first?: number,
    /** Last port, or undefined for all. */
    public readonly last?: number,
  ) {}

  public toString(): string {
    if (this.first === undefined) return this.protocol;
    return `${this.protocol} ${this.first === this.last ? this.first : `${this.first}-${this.last}`}`;
  }
}
