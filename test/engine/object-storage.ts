import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** As much of Object Storage, on loopback, as Terraform's s3 backend speaks with. */
export class ObjectStorage {
  public static async start(): Promise<ObjectStorage> {
    const storage = new ObjectStorage();
    await new Promise<void>((done) => storage.server.listen(0, "127.0.0.1", done));
    return storage;
  }

  /** Objects by `/bucket/key`. */
  public readonly objects = new Map<string, Buffer>();
  /** Method and path of each request, and what it was answered. */
  public readonly requests: string[] = [];
  private readonly server = createServer((request, response) => {
    void this.answer(request, response);
  });

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? "/").split("?")[0]!;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const isChunked = request.headers["x-amz-content-sha256"]?.includes("STREAMING") === true;
    const body = isChunked ? unchunked(Buffer.concat(chunks)) : Buffer.concat(chunks);
    const status = this.statusOf(request, path, body);
    this.requests.push(`${request.method} ${path} ${status}`);
    const isRead = request.method === "GET" || request.method === "HEAD";
    const answer = isRead ? (this.objects.get(path) ?? Buffer.from(listing(status))) : Buffer.alloc(0);
    response.writeHead(status, { "content-type": "application/xml", "content-length": String(answer.length) });
    response.end(request.method === "GET" ? answer : undefined);
  }

  private statusOf({ method, headers }: IncomingMessage, path: string, body: Buffer): number {
    const isObject = path.split("/").filter(Boolean).length > 1;
    if (!isObject) return 200;
    if (method === "PUT") {
      if (headers["x-amz-server-side-encryption"] !== undefined) return 400;
      if (headers["if-none-match"] === "*" && this.objects.has(path)) return 412;
      this.objects.set(path, body);
      return 200;
    }
    if (method === "DELETE") return this.objects.delete(path) ? 204 : 404;
    return this.objects.has(path) ? 200 : 404;
  }
}

/** The content of Amazon's own chunks, each after a line with its length. */
function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const end = body.indexOf("\r\n", at);
    const length = Number.parseInt(body.toString("latin1", at, end), 16);
    if (!(length > 0)) break;
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

function listing(status: number): string {
  if (status === 200) return "<ListBucketResult></ListBucketResult>";
  return "<Error><Code>NoSuchKey</Code><Message>there is no such object</Message></Error>";
}
