import type { RdbInstance } from "@cdktf/provider-scaleway/lib/rdb-instance";
import { Annotations, TerraformResource } from "cdktf";

import { checkConstruct, checkPort, checkProps, dependOn, SHAPES } from "../core";
import { attachGuard } from "../guard";
import type { IPrivateNetwork } from "../network";
import { Endpoint } from "./endpoint";

/** Where a database that exists is to be reached, too. */
export interface PrivateEndpointOptions {
  /** The network on which the endpoint is. */
  readonly network: IPrivateNetwork;
  /** @default - the engine's own */
  readonly port?: number | undefined;
}

/**
 * Gives a database of L1 an endpoint on a Private Network, in place: what Scaleway's document does by a call of the API. Its
 * public endpoint stays until `load_balancer` is taken out.
 *
 * @throws InvalidPropertyError for what is no network, or a port out of its bounds
 */
export function attachPrivateEndpoint(instance: RdbInstance, options: PrivateEndpointOptions): Endpoint {
  if (!TerraformResource.isTerraformResource(instance))
    throw new Error("attachPrivateEndpoint takes a scaleway_rdb_instance, and what to attach: { network }");
  checkProps(instance, options, SHAPES.PrivateEndpointOptions);
  const { network, port } = options;
  checkConstruct(instance, "network", network, "privateNetworkId", 'new PrivateNetwork(this, "network")');
  checkPort(instance, "port", port);
  attachGuard(instance);
  instance.putPrivateNetwork({ pnId: network.privateNetworkId, enableIpam: true, port });
  const configured = instance.dependsOn ?? [];
  dependOn(instance, network);
  instance.dependsOn = [...new Set([...configured, ...(instance.dependsOn ?? [])])];
  Annotations.of(instance).addInfo(
    "The private endpoint has a host and an address of its own: clients reach the database by it only once they are told.",
  );
  const { hostname, ip, port: listening } = instance.privateNetwork;
  return new Endpoint(hostname, ip, listening);
}
