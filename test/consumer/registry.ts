import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import type { Tarball } from "../../build/tarball";

/** A registry that has some packages, and sends whoever asks for another one to the real one. */
export class Registry {
  private readonly manifests = new Map<string, object>();
  private server!: Server;

  constructor(
    private readonly folder: string,
    private readonly otherwise: string,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    this.server = createServer(({ url = "" }, response) => {
      const name = decodeURIComponent(url.slice(1));
      const manifest = this.manifests.get(name);
      if (url.startsWith("/-/tarball/")) response.end(readFileSync(join(this.folder, url.slice("/-/tarball/".length))));
      else if (manifest !== undefined)
        response.setHeader("content-type", "application/json").end(JSON.stringify(manifest));
      else response.writeHead(302, { location: new URL(url, this.otherwise).href }).end();
    });
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  /** Publishes a tarball of the folder. */
  publish({ name, version, filename, integrity }: Tarball, manifest: object): void {
    const shasum = createHash("sha1")
      .update(readFileSync(join(this.folder, filename)))
      .digest("hex");
    const dist = { tarball: `${this.url}/-/tarball/${filename}`, integrity, shasum };
    const versions = { [version]: { ...manifest, dist } };
    // Installers wait before they take what is new.
    const time = { created: "2026-01-01T00:00:00.000Z", [version]: "2026-01-01T00:00:00.000Z" };
    this.manifests.set(name, { name, "dist-tags": { latest: version }, versions, time });
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
