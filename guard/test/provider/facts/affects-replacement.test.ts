import {
  affectsReplacement as affects,
  isLocked,
  readByCondition,
} from "../../../lib/provider/facts/affects-replacement";
import { newestRelease } from "../../../lib/provider/releases/provider-release";
import { predicateNamed } from "../../../lib/recreation/prediction/predicates";

const affectsReplacement = (type: string, attribute: string) => affects(newestRelease, type, attribute);

test.each([
  ["scaleway_k8s_cluster", "cni"],
  ["scaleway_k8s_pool", "name"],
  ["scaleway_k8s_cluster", "type"],
  ["scaleway_instance_server", "replace_on_type_change"],
  ["scaleway_datawarehouse_deployment", "private_network"],
  ["scaleway_rdb_instance", "engine"],
  ["scaleway_iam_saml_certificate", "expires_at"],
  ["scaleway_k8s_cluster", "an_attribute_of_tomorrow"],
  ["scaleway_unheard_of", "anything"],
])("of %s, %s decides about replacement", (type, attribute) => {
  expect(affectsReplacement(type, attribute)).toBe(true);
});

test.each([
  ["scaleway_k8s_cluster", "tags"],
  ["scaleway_k8s_cluster", "description"],
  ["scaleway_k8s_pool", "size"],
  ["scaleway_rdb_instance", "node_type"],
  ["scaleway_rdb_instance", "password"],
])("of %s, %s does not", (type, attribute) => {
  expect(affectsReplacement(type, attribute)).toBe(false);
  expect(isLocked(type, attribute)).toBe(false);
});

test("a lock keeps names, too, by which people and renames know an object", () => {
  expect(affectsReplacement("scaleway_k8s_cluster", "name")).toBe(false);
  expect(isLocked("scaleway_k8s_cluster", "name")).toBe(true);
});

test("every attribute that a condition looks at is kept", () => {
  const conditions = newestRelease
    .types()
    .flatMap((type) =>
      [...newestRelease.behaviourOf(type).attributes.values()].flatMap((attribute) =>
        [attribute, ...attribute.children.values()].flatMap(({ condition }) =>
          condition ? [{ type, condition }] : [],
        ),
      ),
    );
  expect(conditions.length).toBeGreaterThan(10);
  for (const { type, condition } of conditions) {
    const asked = new Set<string>();
    const ask = (name: string) => {
      asked.add(name);
      return "x";
    };
    const change = {
      outcome: { kind: "changed" },
      before: "a",
      after: "b",
      fromState: true,
      prior: ask,
      planned: ask,
    } as const;
    predicateNamed(condition)?.decide(change);
    expect([...asked].filter((name) => !affectsReplacement(type, name))).toEqual([]);
    expect([...asked].filter((name) => readByCondition[condition]?.includes(name) !== true)).toEqual([]);
  }
});
