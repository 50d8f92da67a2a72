import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A stand-in for every server that a plan may ask. */
export interface Loopback {
  readonly url: string;
  close(): void;
}

/**
 * Answers 404 to every request, also to be let through to another server. The provider retries for long where nothing
 * listens, but not on 404.
 */
export async function startLoopback(): Promise<Loopback> {
  const server = createServer((_request, response) => {
    response.writeHead(404, { "content-type": "application/json" }).end("{}");
  });
  server.on("connect", (_request, socket) => {
    socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
