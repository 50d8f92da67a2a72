import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { synthesizeApp } from "../../docs/graph/synthesize";
import { EXAMPLES } from "../../examples/stacks";
import { DependencyGraph } from "../../guard/lib/terraform/order/dependency-graph";

const FOLDER = join(__dirname, "../../examples");

/** What waits for what, as Scaleway's document has it, wherever both are in a stack. */
const ORDER: readonly (readonly [type: string, waitsFor: string])[] = [
  ["scaleway_k8s_cluster", "scaleway_vpc_private_network"],
  ["scaleway_vpc_private_network", "scaleway_vpc"],
  ["scaleway_instance_security_group", "scaleway_k8s_cluster"],
  ["scaleway_k8s_acl", "scaleway_k8s_cluster"],
  ["scaleway_k8s_pool", "scaleway_instance_security_group"],
  ["scaleway_k8s_pool", "scaleway_k8s_acl"],
  ["scaleway_k8s_pool", "scaleway_vpc_gateway_network"],
  ["scaleway_rdb_instance", "scaleway_vpc_private_network"],
  ["scaleway_redis_cluster", "scaleway_vpc_private_network"],
  ["scaleway_mongodb_instance", "scaleway_vpc_private_network"],
  ["scaleway_vpc_gateway_network", "scaleway_vpc_private_network"],
  ["scaleway_vpc_public_gateway", "scaleway_vpc_public_gateway_ip"],
  ["scaleway_lb", "scaleway_vpc_private_network"],
  ["scaleway_lb_frontend", "scaleway_lb_backend"],
  ["scaleway_lb_acl", "scaleway_lb_frontend"],
  ["scaleway_rdb_privilege", "scaleway_rdb_user"],
  ["scaleway_rdb_read_replica", "scaleway_rdb_instance"],
  ["scaleway_iam_api_key", "scaleway_iam_policy"],
];

/** Without what depends on where and with which version it was synthesized. */
function portable(configuration: object): object {
  const { "//": _metadata, terraform, ...rest } = configuration as { "//"?: object; terraform: { backend?: object } };
  const { backend = {}, ...settings } = terraform;
  return { ...rest, terraform: "local" in backend ? settings : { ...settings, backend } };
}

describe.each(Object.entries(EXAMPLES))("examples/%s", (example, make) => {
  const configurations = Object.entries(synthesizeApp(make));

  test("is stable", () => {
    for (const [stack, configuration] of configurations) expect(portable(configuration)).toMatchSnapshot(stack);
  });

  test("is made in the documented order", () => {
    let seen = 0;
    for (const [, configuration] of configurations) {
      const graph = DependencyGraph.of(configuration);
      const of = (type: string) => graph.addresses.filter((address) => address.startsWith(`${type}.`));
      for (const [type, waitsFor] of ORDER) {
        for (const address of of(type)) {
          const others = of(waitsFor);
          seen += others.length;
          // Each waits for at least one of them: a pool for the group of its own zone, a user's grant for its user.
          expect([address, others.length === 0 || others.some((other) => graph.waitsFor(address, other))]).toEqual([
            address,
            true,
          ]);
        }
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  test("has a README that says what it shows, what to run and what it costs", () => {
    const file = join(FOLDER, example, "README.md");
    expect(existsSync(file)).toBe(true);
    const readme = readFileSync(file, "utf8");
    expect(readme).toContain(`# ${example}`);
    expect(readme).toContain("npm run synth");
    expect(readme).toContain("## What it costs");
  });
});

test("every folder of an example is in the list", () => {
  const folders = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, "README.md")));
  expect(Object.keys(EXAMPLES).sort()).toEqual(folders.sort());
});
