import { Token } from "cdktf";

/** Where a database listens. */
export class Endpoint {
  constructor(
    /** Host name, which resolves inside the Private Network. */
    public readonly host: string,
    /** IP address. */
    public readonly address: string,
    /** TCP port. */
    public readonly port: number,
  ) {}

  /** Host and port, as connection strings have them. */
  public get socketAddress(): string {
    return `${this.host}:${Token.asString(this.port)}`;
  }
}
