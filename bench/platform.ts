import { Lb } from "@cdktf/provider-scaleway/lib/lb";
import { LbAcl } from "@cdktf/provider-scaleway/lib/lb-acl";
import { LbBackend } from "@cdktf/provider-scaleway/lib/lb-backend";
import { LbFrontend } from "@cdktf/provider-scaleway/lib/lb-frontend";
import { LbIp } from "@cdktf/provider-scaleway/lib/lb-ip";
import { RdbDatabase } from "@cdktf/provider-scaleway/lib/rdb-database";
import { RdbInstance } from "@cdktf/provider-scaleway/lib/rdb-instance";
import { RdbPrivilege } from "@cdktf/provider-scaleway/lib/rdb-privilege";
import { RdbUser } from "@cdktf/provider-scaleway/lib/rdb-user";
import { VpcPrivateNetwork } from "@cdktf/provider-scaleway/lib/vpc-private-network";
import { TerraformVariable } from "cdktf";
import { DatabaseInstance, HealthCheck, LoadBalancer, PrivateNetwork, Servers } from "cdktf-scaleway-kapsule";

import { FullIsolationStack } from "../examples/full-isolation/main";
import { compare } from "./measure";
import type { AddPlatform } from "./platforms";
import { exampleTime, synthTime } from "./synth-time";

const SERVER = "172.16.0.9";
const RANGE = "203.0.113.0/24";
const NODE_TYPE = "DB-DEV-S";
const ENGINE = "PostgreSQL-16";

/** A load balancer with an allow list, and a database with a user, through the library: ten resources. */
const libraryServices: AddPlatform = (stack, id) => {
  const password = new TerraformVariable(stack, `${id}-password`, { type: "string" }).stringValue;
  const network = new PrivateNetwork(stack, `${id}-network`, { name: id });
  const balancer = new LoadBalancer(stack, `${id}-lb`, { network });
  const backend = balancer.addBackend("web", {
    port: 80,
    protocol: "http",
    servers: Servers.addresses(SERVER),
    healthCheck: HealthCheck.http("/"),
  });
  balancer.addFrontend("web", { port: 80, backend, allowFrom: [RANGE] });
  const database = new DatabaseInstance(stack, `${id}-db`, { network, engine: ENGINE, nodeType: NODE_TYPE, password });
  database.addUser("app", { password }).grant(database.addDatabase("app"), "readwrite");
};

/** The same resources as raw L1. */
const rawServices: AddPlatform = (stack, id) => {
  const password = new TerraformVariable(stack, `${id}-password`, { type: "string" }).stringValue;
  const kept = { preventDestroy: true };
  const network = new VpcPrivateNetwork(stack, `${id}-network`, { name: id, lifecycle: kept });
  const ip = new LbIp(stack, `${id}-ip`, { lifecycle: kept });
  const balancer = new Lb(stack, `${id}-lb`, {
    type: "LB-S",
    ipIds: [ip.id],
    privateNetwork: [{ privateNetworkId: network.id }],
    dependsOn: [network],
    lifecycle: kept,
  });
  const backend = new LbBackend(stack, `${id}-backend`, {
    lbId: balancer.id,
    forwardProtocol: "http",
    forwardPort: 80,
    serverIps: [SERVER],
    healthCheckHttp: { uri: "/" },
    dependsOn: [balancer],
  });
  const frontend = new LbFrontend(stack, `${id}-frontend`, {
    lbId: balancer.id,
    backendId: backend.id,
    inboundPort: 80,
    externalAcls: true,
    dependsOn: [backend],
  });
  new LbAcl(stack, `${id}-acl`, {
    frontendId: frontend.id,
    index: 0,
    action: { type: "allow" },
    match: { ipSubnet: [RANGE] },
    dependsOn: [frontend],
  });
  const database = new RdbInstance(stack, `${id}-db`, {
    engine: ENGINE,
    nodeType: NODE_TYPE,
    passwordWo: password,
    passwordWoVersion: 1,
    privateNetwork: { pnId: network.id, enableIpam: true },
    dependsOn: [network],
    lifecycle: kept,
  });
  const instanceId = database.id;
  const app = new RdbDatabase(stack, `${id}-app`, { instanceId, name: "app", dependsOn: [database], lifecycle: kept });
  const user = new RdbUser(stack, `${id}-user`, {
    instanceId,
    name: "app",
    passwordWo: password,
    passwordWoVersion: 1,
    dependsOn: [database],
  });
  new RdbPrivilege(stack, `${id}-privilege`, {
    instanceId,
    userName: user.name,
    databaseName: app.name,
    permission: "readwrite",
    dependsOn: [user, app],
  });
};

/** What load balancers and databases cost beside the same resources as raw L1, and the guard in the largest example. */
function main(): void {
  console.info = console.warn = () => undefined;
  for (const guarded of [false, true]) {
    const { subject, reference, text } = compare(
      15,
      () => synthTime(100, libraryServices, guarded),
      () => synthTime(100, rawServices, false),
    );
    const what = guarded ? "library and guard" : "library";
    console.log(
      `synth of 100 load balancers and databases: ${what} ${subject.toFixed(0)} ms, raw L1 ${reference.toFixed(0)} ms, ${text}`,
    );
  }
  const largest = (guarded: boolean) => () => exampleTime((app) => new FullIsolationStack(app, "bench"), guarded);
  const { subject, reference, text } = compare(51, largest(true), largest(false));
  console.log(
    `synth of the largest example: guarded ${subject.toFixed(1)} ms, without ${reference.toFixed(1)} ms, ${text}`,
  );
}

main();
