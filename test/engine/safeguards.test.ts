import { findRecreations } from "../../guard/lib/recreation/find";
import { planOf } from "../../lib/testing/plan-of";
import { ENGINES } from "./engines";

const ID = "fr-par/11111111-1111-1111-1111-111111111111";
const database = { name: "d", engine: "PostgreSQL-16", node_type: "DB-DEV-S", user_name: "u", password: "Aa1!aaaaaa" };
const network = [{ pn_id: ID, enable_ipam: true }];
const redis = { version: "7.2.11", node_type: "RED1-XS", user_name: "u", password: "Aa1!aaaaaa", name: "r" };

const of = (type: string, body: object) => ({
  terraform: { required_providers: { scaleway: { source: "scaleway/scaleway", version: ">= 2.81.0" } } },
  provider: { scaleway: [{ region: "fr-par", zone: "fr-par-1" }] },
  resource: { [type]: { it: body } },
});

describe.each(ENGINES)("what is opened in place, on %s", (terraform) => {
  test.each([
    [
      "scaleway_k8s_acl",
      { cluster_id: ID, acl_rules: [{ ip: "203.0.113.0/24" }] },
      { cluster_id: ID, acl_rules: [{ ip: "0.0.0.0/0" }] },
      '["203.0.113.0/24"]',
    ],
    [
      "scaleway_rdb_instance",
      { ...database, private_network: network },
      { ...database, private_network: network, load_balancer: [{}] },
      "null",
    ],
    [
      "scaleway_redis_cluster",
      { ...redis, acl: [{ ip: "203.0.113.1/32" }] },
      { ...redis, acl: [{ ip: "0.0.0.0/0" }] },
      '["203.0.113.1/32"]',
    ],
    [
      "scaleway_instance_security_group",
      { name: "g", inbound_default_policy: "drop" },
      { name: "g", inbound_default_policy: "accept" },
      '"drop"',
    ],
  ])("%s: an update to the plan, and said of the files and of the plan alike", async (type, closed, opened, before) => {
    const plan = await planOf(of(type, opened), { terraform, deployed: of(type, closed) });
    expect(plan.changes).toMatchObject([{ address: `${type}.it`, action: "update" }]);
    const found = findRecreations({ before: of(type, closed), after: of(type, opened) });
    expect(found).toMatchObject([{ action: "open", certainty: "will", before }]);
    const shown = ({ rule, action, attribute, severity }: (typeof found)[number]) => [
      rule,
      action,
      attribute,
      severity,
    ];
    expect(plan.findings.map(shown)).toEqual(found.map(shown));
    expect((await planOf(of(type, closed), { terraform, deployed: of(type, opened) })).findings).toEqual([]);
  });
});
