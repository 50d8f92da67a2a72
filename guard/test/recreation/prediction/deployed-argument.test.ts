import { newestRelease } from "../../../lib/provider/releases/provider-release";
import type { Existing } from "../../../lib/recreation/baseline/existing";
import { type Compared, difference } from "../../../lib/recreation/diff/difference";
import { isEdited, isWritten, withDeployed } from "../../../lib/recreation/prediction/deployed-argument";
import { digestOf } from "../../../lib/terraform/values/digests";
import { literal } from "../../../lib/terraform/values/json";
import { Marked, OpaqueValue, type Value } from "../../../lib/terraform/values/value";
import { pathTo } from "../../terraform/addresses/at";
import { inState, valuesOf } from "./planning";

const address = "scaleway_k8s_cluster.c";
const cni = newestRelease.behaviourOf("scaleway_k8s_cluster").attribute("cni");

/** What comparing the state with the configuration says, once the deployed configuration is asked. */
function compared(prior: Value, wanted: Value, deployed: Value): Compared {
  const existing = inState(address, { cni: prior }, { cni: deployed });
  return withDeployed(existing, cni, prior, wanted, difference(cni, pathTo("cni"), prior, wanted, existing.prior));
}
const outcomes = (found: Compared) => found.differences.map(({ outcome }) => outcome);
const overridable = (value: string) => new Marked(value, { fromVariableDefault: "v" });

describe("where the state alone cannot tell", () => {
  test("an argument that the edit leaves alone is what it was", () => {
    const unknown = new OpaqueValue("data.x");
    expect(compared("cilium", unknown, unknown)).toEqual({ differences: [], planned: "cilium" });
    expect(outcomes(compared("cilium", unknown, new OpaqueValue("data.y")))).toMatchObject([{ kind: "uncertain" }]);
  });

  test("a default that the state holds is not overridden, so that another default is a change", () => {
    expect(outcomes(compared("cilium", overridable("calico"), overridable("cilium")))).toEqual([{ kind: "changed" }]);
  });

  test("a default that the state does not hold is overridden, so that it stays in doubt", () => {
    expect(outcomes(compared("other", overridable("calico"), overridable("cilium")))).toMatchObject([
      { kind: "uncertain" },
    ]);
  });

  test("a secret is compared by its digest", () => {
    const secret = new Marked("b", { fromVariableDefault: "v", sensitive: true });
    expect(outcomes(compared("a", secret, digestOf("a", "salt")))).toEqual([{ kind: "changed" }]);
    expect(compared("a", secret, digestOf("b", "salt"))).toEqual({ differences: [], planned: "a" });
  });
});

test("a difference that the state is sure of stays one, also where the edit leaves the argument alone", () => {
  expect(outcomes(compared("cilium", "calico", "calico"))).toEqual([{ kind: "changed" }]);
});

test("an argument is edited where it is another one, or where nobody knows which it was", () => {
  const edited = (existing: Existing, value: Value) => isEdited(existing, "cni", valuesOf({ cni: value }));
  expect(edited(inState(address, {}, { cni: "a" }), "a")).toBe(false);
  expect(edited(inState(address, {}, { cni: "a" }), "b")).toBe(true);
  expect(edited(inState(address, {}, { cni: digestOf("a", "salt") }), "a")).toBe(false);
  expect(edited(inState(address, {}, {}), null)).toBe(false);
  expect(edited(inState(address, {}), "a")).toBe(true);
});

test.each([
  ["private_network[0].zone", true],
  ["private_network[1].zone", false],
  ["private_network.zone", true],
  ["private_network[0].pn_id", false],
  ["image.id", false],
  ["other", false],
])("%s is written by the deployed configuration: %p", (path, expected) => {
  const deployed = { private_network: literal([{ zone: "fr-par-1" }]), image: "x" };
  expect(isWritten(inState("scaleway_instance_server.s", {}, deployed), pathTo(path))).toBe(expected);
  expect(isWritten(inState("scaleway_instance_server.s", {}), pathTo(path))).toBe(false);
});
