import { lockOf } from "../../lib/recreation/baseline/lock/lock";
import { findRecreations } from "../../lib/recreation/find";

const cluster = { name: "c", version: "1.35.3", cni: "cilium", delete_additional_resources: false };
const configuration = (network: object = {}, more: object = {}) => ({
  resource: {
    scaleway_k8s_cluster: { c: { ...cluster, ...network } },
    scaleway_k8s_pool: { p: { cluster_id: "${scaleway_k8s_cluster.c.id}", name: "p", node_type: "DEV1-M", size: 1 } },
    ...more,
  },
});
const NETWORK = { scaleway_vpc_private_network: { n: { name: "n" } } };
const id = "fr-par/11111111-1111-1111-1111-111111111111";
const stateWith = (network: string) => ({
  version: 4,
  resources: [
    {
      mode: "managed",
      type: "scaleway_k8s_cluster",
      name: "c",
      instances: [{ attributes: { ...cluster, id: "fr-par/c", type: "kapsule", private_network_id: network } }],
    },
  ],
});

const found = (after: object, before: object = configuration()) =>
  [before, lockOf(before, { stack: "s" })].map((each) =>
    findRecreations({ before: each, after }).map(
      ({ address, certainty, action }) => `${address} ${certainty} ${action}`,
    ),
  );
const both = (...findings: string[]) => [findings, findings];

test("a network that the same apply makes is another than the one that Scaleway gave the cluster", () => {
  const after = configuration({ private_network_id: "${scaleway_vpc_private_network.n.id}" }, NETWORK);
  expect(found(after)).toEqual(both("scaleway_k8s_cluster.c will replace", "scaleway_k8s_pool.p will replace"));
  const [finding] = findRecreations({ before: configuration(), after });
  expect(finding?.remedy).toMatch(
    /Since October 2023 every Kapsule cluster is in a Private Network.*fromPrivateNetworkId.*importId/,
  );
});

test.each([
  ["an id", configuration({ private_network_id: id })],
  [
    "a data source",
    {
      ...configuration({ private_network_id: "${data.scaleway_vpc_private_network.n.id}" }),
      data: { scaleway_vpc_private_network: { n: { name: "n" } } },
    },
  ],
  [
    "an import",
    {
      ...configuration({ private_network_id: "${scaleway_vpc_private_network.n.id}" }, NETWORK),
      import: [{ to: "scaleway_vpc_private_network.n", id }],
    },
  ],
])("%s may be that very network", (_, after) => {
  // Of an import, the plan itself tells the rest.
  const losses = found(after).map((findings) => findings.filter((finding) => !finding.endsWith("unchecked")));
  expect(losses).toEqual(both("scaleway_k8s_cluster.c may replace", "scaleway_k8s_pool.p may replace"));
});

test("a network that exists already may be the very one, too", () => {
  const before = configuration({}, NETWORK);
  const after = configuration({ private_network_id: "${scaleway_vpc_private_network.n.id}" }, NETWORK);
  expect(found(after, before)).toEqual(both("scaleway_k8s_cluster.c may replace", "scaleway_k8s_pool.p may replace"));
});

test("a state decides: the same network is kept, another one replaces, and without one the cluster joins", () => {
  const after = configuration({ private_network_id: id });
  const withState = (network: string) =>
    findRecreations({ before: configuration(), after, state: stateWith(network) }).map(
      ({ certainty, action }) => `${certainty} ${action}`,
    );
  expect(withState(id)).toEqual([]);
  expect(withState("fr-par/22222222-2222-2222-2222-222222222222")).toEqual(["will replace"]);
  expect(withState("")).toEqual([]);
});

test("what is left as it is, and a Kosmos cluster, are not asked about", () => {
  expect(found(configuration({ tags: ["a"] }))).toEqual(both());
  const kosmos = (network: object) => configuration({ type: "multicloud", ...network });
  expect(found(kosmos({ private_network_id: id }), kosmos({}))).toEqual(both());
});
