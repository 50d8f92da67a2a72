import { HealthCheck } from "../../lib/load-balancer/health-check";
import { LoadBalancer } from "../../lib/load-balancer/load-balancer";
import { Servers } from "../../lib/load-balancer/servers";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import {
  dependsOn,
  expectInvalid,
  newCluster,
  newStack,
  resource,
  stringToken,
  synthesize,
  untyped,
} from "../support/stack";

function withPool(pool: object = {}) {
  const stack = newStack();
  const network = new PrivateNetwork(stack, "network");
  const cluster = newCluster(stack, { network });
  const workers = cluster.addPool("workers", { nodeType: "PRO2-XS", size: 2, ...pool });
  return { stack, cluster, workers, balancer: new LoadBalancer(stack, "lb", { network }) };
}

const backend = (options: object) => {
  const { stack, balancer } = withPool();
  balancer.addBackend("web", untyped({ port: 30080, servers: Servers.addresses("172.16.0.10"), ...options }));
  return resource(stack, "scaleway_lb_backend");
};

describe("a backend", () => {
  test("forwards TCP to addresses, and asks for a connection", () => {
    expect(backend({})).toMatchObject({
      lb_id: expect.stringMatching(/^\$\{scaleway_lb\.lb_\w+\.id\}$/),
      name: "web",
      forward_protocol: "tcp",
      forward_port: 30080,
      server_ips: ["172.16.0.10"],
      health_check_tcp: {},
    });
  });

  test("emits every property", () => {
    const {
      lb_id: _lb,
      depends_on: _order,
      ...attributes
    } = backend({
      protocol: "http",
      proxyProtocol: "v2",
      algorithm: "leastconn",
      stickyCookie: "server",
      serverTimeout: "30s",
      tunnelTimeout: "1h",
      name: "front",
      healthCheck: HealthCheck.http("/healthz", { code: 204, method: "HEAD", host: "a.example.com" }).with({
        every: "10s",
        timeout: "5s",
        retries: 3,
      }),
    });
    expect(attributes).toMatchSnapshot();
  });

  test("forwards to the nodes of a pool, by their IPv4 addresses on the network, and waits for it", () => {
    const { stack, balancer, workers } = withPool();
    balancer.addBackend("web", { port: 30080, servers: Servers.ofPools(workers) });
    const attributes = resource(stack, "scaleway_lb_backend");
    expect(attributes.server_ips).toMatch(
      /^\$\{flatten\(\[for node in scaleway_k8s_pool\.cluster_workers_\w+\.nodes : \[for ip in node\.private_ips : ip\.address if !strcontains\(ip\.address, ":"\)\]\]\)\}$/,
    );
    expect(dependsOn(attributes)).toEqual(["scaleway_lb.lb", "scaleway_k8s_pool.cluster_workers"]);
  });

  test("forwards to the nodes of several pools", () => {
    const { stack, balancer, cluster, workers } = withPool();
    const other = cluster.addPool("other", { nodeType: "PRO2-XS", size: 1 });
    balancer.addBackend("web", { port: 30080, servers: Servers.ofPools(workers, other) });
    expect(resource(stack, "scaleway_lb_backend").server_ips).toMatch(
      /for node in concat\(scaleway_k8s_pool\.\w+\.nodes, scaleway_k8s_pool\.\w+\.nodes\)/,
    );
  });

  test.each([
    [{ autoscaling: { minSize: 1, maxSize: 5 } }, 1],
    [{}, 0],
  ])("warns of nodes that come without Terraform: %j", (pool, warnings) => {
    const { balancer, workers } = withPool(pool);
    const made = balancer.addBackend("web", { port: 30080, servers: Servers.ofPools(workers) });
    expect(made.node.metadata.filter(({ type }) => type === "@cdktf/warn")).toHaveLength(warnings);
  });

  test.each([
    ["port", { port: 0 }, "from 1 to 65535"],
    ["protocol", { protocol: "udp" }, "be one of tcp, http"],
    ["proxyProtocol", { proxyProtocol: "v3" }, "be one of none, v1, v2"],
    ["algorithm", { algorithm: "random" }, "be one of roundrobin"],
    ["servers", { servers: ["172.16.0.10"] }, "be of Servers"],
    ["servers", { servers: Servers.addresses() }, "name a pool or an address"],
    ["servers", { servers: Servers.addresses("web.example.com") }, "be an IPv4 address"],
    ["servers", { servers: Servers.ofPools(untyped({})) }, "be a construct of this library"],
    ["healthCheck", { healthCheck: "/healthz" }, "be of HealthCheck"],
    ["healthCheck", { healthCheck: HealthCheck.http("healthz") }, "begins with a slash"],
    ["healthCheck.code", { healthCheck: HealthCheck.http("/", { code: 20 }) }, "from 100 to 599"],
    ["healthCheck.every", { healthCheck: HealthCheck.tcp().with({ every: "often" }) }, "be a duration"],
    ["stickyCookie", { stickyCookie: "server" }, "there are no cookies in TCP"],
    ["serverTimeout", { serverTimeout: "soon" }, "be a duration"],
  ])("refuses %s in %j", (property, options, requirement) => {
    expectInvalid(() => backend(options), { path: "stack/lb/Backends/web", property, requirement, suggestion: "" });
  });

  test("takes addresses that only Terraform knows, and checks over TLS", () => {
    const { stack, balancer } = withPool();
    const servers = Servers.addresses(stringToken(stack));
    balancer.addBackend("web", { port: 30443, servers, healthCheck: HealthCheck.https("/healthz") });
    expect(resource(stack, "scaleway_lb_backend")).toMatchObject({
      server_ips: ["${var.text}"],
      health_check_https: { uri: "/healthz" },
    });
    expect(() => synthesize(stack)).not.toThrow();
  });
});
