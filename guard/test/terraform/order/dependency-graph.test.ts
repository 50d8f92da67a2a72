import { DependencyCycleError, DependencyGraph } from "../../../lib/terraform/order/dependency-graph";

const graphOf = (resource: Record<string, Record<string, unknown>>, rest: object = {}) =>
  DependencyGraph.of({ resource, ...rest });

describe("DependencyGraph", () => {
  const chain = graphOf({
    scaleway_vpc_private_network: { n: { name: "n" } },
    scaleway_k8s_cluster: { c: { private_network_id: "${scaleway_vpc_private_network.n.id}" } },
    scaleway_k8s_pool: { p: { cluster_id: "x", depends_on: ["scaleway_k8s_cluster.c"] } },
  });

  test("waits through references and depends_on", () => {
    expect(chain.waitsFor("scaleway_k8s_pool.p", "scaleway_vpc_private_network.n")).toBe(true);
  });

  test("does not wait the other way round", () => {
    expect(chain.waitsFor("scaleway_vpc_private_network.n", "scaleway_k8s_pool.p")).toBe(false);
  });

  test("nothing waits for itself without a cycle", () => {
    expect(chain.waitsFor("scaleway_k8s_pool.p", "scaleway_k8s_pool.p")).toBe(false);
  });

  test("knows direct dependencies only", () => {
    expect(chain.dependenciesOf("scaleway_k8s_pool.p")).toEqual(["scaleway_k8s_cluster.c"]);
  });

  test("orders layers", () => {
    expect(chain.layers()).toEqual([
      ["scaleway_vpc_private_network.n"],
      ["scaleway_k8s_cluster.c"],
      ["scaleway_k8s_pool.p"],
    ]);
  });

  test("puts what does not depend on each other into one layer", () => {
    const graph = graphOf({ scaleway_vpc: { b: {}, a: {} } });
    expect(graph.layers()).toEqual([["scaleway_vpc.a", "scaleway_vpc.b"]]);
  });

  test("finds a cycle with its path", () => {
    const graph = graphOf({
      scaleway_vpc: {
        a: { name: "${scaleway_vpc.b.name}" },
        b: { name: "${scaleway_vpc.c.name}" },
        c: { depends_on: ["scaleway_vpc.a"] },
      },
    });
    expect(graph.cycle()).toEqual(["scaleway_vpc.a", "scaleway_vpc.b", "scaleway_vpc.c", "scaleway_vpc.a"]);
    expect(() => graph.layers()).toThrow(DependencyCycleError);
    expect(() => graph.layers()).toThrow("scaleway_vpc.a -> scaleway_vpc.b -> scaleway_vpc.c -> scaleway_vpc.a");
  });

  test("a resource that refers to itself is a cycle", () => {
    expect(graphOf({ scaleway_vpc: { a: { name: "${scaleway_vpc.a.id}" } } }).cycle()).toEqual([
      "scaleway_vpc.a",
      "scaleway_vpc.a",
    ]);
  });

  test("two ways to one resource are no cycle", () => {
    const graph = graphOf({
      scaleway_vpc: {
        a: { x: "${scaleway_vpc.b.id}${scaleway_vpc.c.id}" },
        b: { x: "${scaleway_vpc.d.id}" },
        c: { x: "${scaleway_vpc.d.id}" },
        d: {},
      },
    });
    expect(graph.cycle()).toBeUndefined();
  });

  test("looks through locals, also through those that refer to others", () => {
    const graph = graphOf(
      { scaleway_vpc: { a: {}, b: { name: "${local.two}" } } },
      { locals: { one: "${scaleway_vpc.a.name}", two: { nested: ["${local.one}"] } } },
    );
    expect(graph.dependenciesOf("scaleway_vpc.b")).toEqual(["scaleway_vpc.a"]);
  });

  test("ends on locals that refer to each other", () => {
    const graph = graphOf(
      { scaleway_vpc: { a: { name: "${local.x}" } } },
      { locals: { x: "${local.y}", y: "${local.x}" } },
    );
    expect(graph.dependenciesOf("scaleway_vpc.a")).toEqual([]);
  });

  test("knows data sources, ephemeral resources and modules", () => {
    const graph = graphOf(
      {
        scaleway_vpc: {
          a: { name: "${data.scaleway_vpc.d.name}${ephemeral.scaleway_secret_version.s.data}${module.m.out}" },
        },
      },
      {
        data: { scaleway_vpc: { d: {} } },
        ephemeral: { scaleway_secret_version: { s: {} } },
        module: { m: { source: "./m" } },
      },
    );
    expect(graph.dependenciesOf("scaleway_vpc.a").sort()).toEqual([
      "data.scaleway_vpc.d",
      "ephemeral.scaleway_secret_version.s",
      "module.m",
    ]);
  });

  test("reads replace_triggered_by, nested blocks and map keys", () => {
    const graph = graphOf({
      scaleway_vpc: {
        a: {},
        b: {},
        c: {},
        d: {
          lifecycle: { replace_triggered_by: ["scaleway_vpc.a.id"] },
          block: [{ x: "${scaleway_vpc.b.id}" }],
          map: { "${scaleway_vpc.c.id}": 1 },
        },
      },
    });
    expect(graph.dependenciesOf("scaleway_vpc.d").sort()).toEqual([
      "scaleway_vpc.a",
      "scaleway_vpc.b",
      "scaleway_vpc.c",
    ]);
  });

  test("comments are no references", () => {
    expect(
      graphOf({ scaleway_vpc: { a: {}, b: { "//": "${scaleway_vpc.a.id}" } } }).dependenciesOf("scaleway_vpc.b"),
    ).toEqual([]);
  });

  test("references to what is not there are left to Terraform", () => {
    expect(
      graphOf({ scaleway_vpc: { a: { name: "${scaleway_vpc.gone.id}" } } }).dependenciesOf("scaleway_vpc.a"),
    ).toEqual([]);
  });

  test("an unknown address is an error that lists the known ones", () => {
    expect(() => chain.waitsFor("scaleway_vpc.typo", "scaleway_k8s_pool.p")).toThrow(
      /no scaleway_vpc\.typo; it has .*scaleway_k8s_pool\.p/,
    );
    expect(() => chain.waitsFor("scaleway_k8s_pool.p", "scaleway_vpc.typo")).toThrow("no scaleway_vpc.typo");
  });

  test.each([[null], ["text"], [[]]])("refuses %p", (configuration) => {
    expect(() => DependencyGraph.of(configuration)).toThrow("the configuration: expected an object");
  });

  test("what a provider is configured with comes before what the provider makes", () => {
    const graph = graphOf(
      { scaleway_k8s_cluster: { c: {} }, kubernetes_namespace: { n: {} } },
      { provider: { kubernetes: [{ host: "${scaleway_k8s_cluster.c.apiserver_url}" }], scaleway: [{}] } },
    );
    expect(graph.waitsFor("kubernetes_namespace.n", "scaleway_k8s_cluster.c")).toBe(true);
    expect(graph.dependenciesOf("scaleway_k8s_cluster.c")).toEqual([]);
  });

  test("another provider block of the same name is no matter", () => {
    const graph = graphOf(
      { scaleway_k8s_cluster: { c: {} }, kubernetes_namespace: { n: {}, o: { provider: "kubernetes.other" } } },
      { provider: { kubernetes: [{}, { alias: "other", host: "${scaleway_k8s_cluster.c.apiserver_url}" }] } },
    );
    expect(graph.dependenciesOf("kubernetes_namespace.o")).toEqual(["scaleway_k8s_cluster.c"]);
    expect(graph.dependenciesOf("kubernetes_namespace.n")).toEqual([]);
  });

  test("a chain of 20,000 resources does not exhaust the stack", () => {
    const vpcs = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`v${i}`, i === 0 ? {} : { depends_on: [`scaleway_vpc.v${i - 1}`] }]),
    );
    const graph = graphOf({ scaleway_vpc: vpcs });
    expect(graph.cycle()).toBeUndefined();
    expect(graph.waitsFor("scaleway_vpc.v19999", "scaleway_vpc.v0")).toBe(true);
    expect(graph.layers()).toHaveLength(20_000);
  });
});
