import { DependencyCycleError, DependencyGraph } from "../../guard/lib/terraform/order/dependency-graph";
import { newCluster, newStack } from "../support/stack";

const graphOf = (resource: Record<string, Record<string, unknown>>, rest: object = {}) =>
  DependencyGraph.of({ resource, ...rest });

describe("the drawing of a graph", () => {
  test("shows what waits, what is protected and what is public", () => {
    const stack = newStack();
    newCluster(stack).addPool("workers", { nodeType: "DEV1-M", size: 1 });
    expect(DependencyGraph.of(stack.toTerraform()).toMermaid()).toBe(
      [
        "flowchart TD",
        '  n0["network<br/>vpc_private_network"]',
        '  n1["cluster<br/>k8s_cluster"]',
        '  n2["cluster/SecurityGroup<br/>instance_security_group"]',
        '  n3["cluster/workers<br/>k8s_pool"]',
        "  n0 --> n1",
        "  n1 --> n2",
        "  n2 --> n3",
        "  classDef protected stroke-width:4px",
        "  classDef public stroke:#d92d20,color:#d92d20",
        "  class n0,n1 protected",
        "  class n1,n3 public",
      ].join("\n"),
    );
  });

  test("leaves out arrows that follow from others, and only those", () => {
    const waits = (...on: string[]) => ({ depends_on: on.map((name) => `scaleway_vpc.${name}`) });
    const graph = graphOf({
      scaleway_vpc: { a: {}, b: waits("a"), c: waits("a", "b"), d: waits("a"), e: waits("c", "d") },
    });
    const short = graph.arrows().map((arrow) => arrow.map((address) => address.slice(-1)).join(""));
    expect(short.sort()).toEqual(["ab", "ad", "bc", "ce", "de"]);
  });

  test.each([
    ["a pool whose nodes have public addresses", "scaleway_k8s_pool", {}, true],
    ["a pool whose nodes have none", "scaleway_k8s_pool", { public_ip_disabled: true }, false],
    ["a database with a load balancer", "scaleway_rdb_instance", { private_network: [{}], load_balancer: {} }, true],
    ["a database on a network", "scaleway_rdb_instance", { private_network: [{}] }, false],
    ["a database with neither", "scaleway_rdb_instance", {}, true],
    ["a Redis on a network", "scaleway_redis_cluster", { private_network: [{}] }, false],
    ["a Redis without one", "scaleway_redis_cluster", {}, true],
    ["a private load balancer", "scaleway_lb", {}, false],
    ["a load balancer with an address", "scaleway_lb", { ip_ids: ["a"] }, true],
    ["the address of a gateway", "scaleway_vpc_public_gateway_ip", {}, true],
    ["a private registry", "scaleway_registry_namespace", {}, false],
    ["what is no resource of Scaleway", "aws_instance", {}, false],
  ])("takes %s for what it is", (_what, type, body, isPublic) => {
    expect(graphOf({ [type]: { it: body } }).nodes()).toMatchObject([{ isPublic }]);
  });

  test("names data sources, modules and what has no construct", () => {
    const graph = graphOf(
      { scaleway_vpc: { main: {} } },
      { data: { scaleway_k8s_cluster: { other: {} } }, module: { network: { source: "./network" } } },
    );
    expect(graph.nodes().map(({ name, type, isPublic }) => [name, type, isPublic])).toEqual([
      ["other", "data scaleway_k8s_cluster", false],
      ["network", "module", false],
      ["main", "scaleway_vpc", false],
    ]);
  });

  test("escapes what Mermaid would read", () => {
    const body = { "//": { metadata: { path: 'stack/a"<b>&/Resource' } } };
    expect(graphOf({ scaleway_vpc: { v: body } }).toMermaid()).toContain('["a#quot;#lt;b#gt;#amp;<br/>vpc"]');
  });

  test("is refused where there is no order", () => {
    const graph = graphOf({ scaleway_vpc: { a: { x: "${scaleway_vpc.b.id}" }, b: { x: "${scaleway_vpc.a.id}" } } });
    expect(() => graph.toMermaid()).toThrow(DependencyCycleError);
  });
});
