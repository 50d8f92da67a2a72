import { findRecreations } from "../../guard/lib/recreation/find";
import { planOf } from "../../lib/testing/plan-of";
import { ENGINES } from "./engines";

const ID = "fr-par/11111111-1111-1111-1111-111111111111";

const configuration = (network: object, more: object = {}) => ({
  terraform: { required_providers: { scaleway: { source: "scaleway/scaleway", version: ">= 2.81.0" } } },
  provider: { scaleway: [{ region: "fr-par", zone: "fr-par-1" }] },
  resource: {
    scaleway_k8s_cluster: {
      c: { name: "c", version: "1.35.3", cni: "cilium", delete_additional_resources: false, ...network },
    },
    ...more,
  },
});

describe.each(ENGINES)("a cluster that Scaleway gave a network, on %s", (terraform) => {
  /** What exists: a cluster whose state has a network that its code never named. */
  const planned = (after: object) => planOf(after, { terraform, deployed: configuration({ private_network_id: ID }) });

  test("is replaced by the code that never named one, as the check cluster-network says", async () => {
    expect((await planned(configuration({}))).changes).toMatchObject([{ action: "replace" }]);
  });

  test("is replaced by a network of its own, as the guard says without the state", async () => {
    const added = configuration(
      { private_network_id: "${scaleway_vpc_private_network.n.id}" },
      { scaleway_vpc_private_network: { n: { name: "n" } } },
    );
    const replaced = (await planned(added)).changes.filter(({ action }) => action === "replace");
    expect(replaced).toMatchObject([{ address: "scaleway_k8s_cluster.c" }]);
    const [finding] = findRecreations({ before: configuration({}), after: added });
    expect(finding).toMatchObject({ address: "scaleway_k8s_cluster.c", certainty: "will", action: "replace" });
  });

  test("stays as it is once the code names that network, as the remedy says", async () => {
    expect((await planned(configuration({ private_network_id: ID }))).changes).toEqual([]);
  });
});
