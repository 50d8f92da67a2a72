import type { JsonObject } from "../../guard/lib/terraform/values/json";
import { cluster, Edit, resourcesWith, stackOf } from "./support";

/** The default configuration in Paris, and another one in Amsterdam. */
const bothRegions: JsonObject = {
  scaleway: [
    { region: "fr-par", zone: "fr-par-1" },
    { alias: "nl", region: "nl-ams", zone: "nl-ams-1" },
  ],
};
const inAmsterdam = (more: JsonObject = {}) =>
  cluster({
    name: "w",
    private_network_id: "fr-par/22222222-2222-2222-2222-222222222222",
    provider: "scaleway.nl",
    ...more,
  });

test("alias-removed: a cluster that goes together with its provider alias is an error, since no plan is made", () => {
  const before = stackOf({
    provider: bothRegions,
    resource: resourcesWith({ scaleway_k8s_cluster: { c: cluster(), w: inAmsterdam() } }),
  });
  const after = stackOf({ resource: resourcesWith({ scaleway_k8s_cluster: { c: cluster() } }) });
  const { code, out, err } = new Edit(before, after).check();
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("Provider configuration not present: to destroy scaleway_k8s_cluster.w");
  expect(err).toContain("Terraform needs the provider configuration scaleway.nl that made it, and makes no plan");
  expect(err).toContain("keep that provider block until this is applied");
});

test("alias-removed-with-removed-block: a removed block needs the alias until it is applied", () => {
  const before = stackOf({
    provider: bothRegions,
    resource: resourcesWith({ scaleway_k8s_cluster: { w: inAmsterdam({ region: "nl-ams" }) } }),
  });
  const after = stackOf({
    resource: resourcesWith(),
    removed: [{ from: "scaleway_k8s_cluster.w", lifecycle: { destroy: false } }],
  });
  const { code, out, err } = new Edit(before, after).check();
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("Provider configuration not present: to forget scaleway_k8s_cluster.w");
  expect(err).toContain("keep that provider block until this is applied, and remove it afterwards");
});
