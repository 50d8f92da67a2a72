import { Client, credentials } from "@grpc/grpc-js";

import { decode, encode, type Request, type RequestName, type Response, type ResponseName } from "./messages";

/** Far more than any plan takes. */
const TIMEOUT_MS = 60_000;

/** Calls of the plugin protocol. */
export class PluginClient {
  private readonly client: Client;

  constructor(target: string) {
    this.client = new Client(target, credentials.createInsecure(), { "grpc.max_receive_message_length": -1 });
  }

  call<Q extends RequestName, R extends ResponseName>(
    method: string,
    [requestName, request]: [Q, Request<Q>],
    responseName: R,
  ): Promise<Response<R>> {
    return new Promise((resolve, reject) => {
      this.client.makeUnaryRequest(
        `/tfplugin6.Provider/${method}`,
        (message: Request<Q>) => encode(requestName, message),
        (bytes: Buffer) => decode(responseName, bytes),
        request,
        { deadline: Date.now() + TIMEOUT_MS },
        (error, response) => {
          if (error === null && response !== undefined) resolve(response);
          else reject(error ?? new Error(`${method}: no response`));
        },
      );
    });
  }

  close(): void {
    this.client.close();
  }
}
