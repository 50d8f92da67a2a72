import { disagreements, isFoundByDoubt, type Opinion, opinionsOn } from "../../differential/verdict";
import type { Finding } from "../../lib/recreation/rules/finding";
import { configuration, stateOf } from "./support";

const finding = (address: string, certainty: "will" | "may"): Finding => ({
  rule: "immutable-attribute",
  severity: "error",
  certainty,
  action: "replace",
  address,
  remedy: "",
});
const opinion = (...findings: Finding[]): Opinion => ({ withState: true, findings });

test("a loss without a finding is a miss", () => {
  expect(disagreements([opinion()], ["t.a"])).toEqual([{ problem: "miss", withState: true, about: "t.a" }]);
});

test.each(["will", "may"] as const)("a loss with a finding that says %s is none", (certainty) => {
  expect(disagreements([opinion(finding("t.a", certainty))], ["t.a"])).toEqual([]);
});

test("a finding about another instance of the resource does not count", () => {
  expect(disagreements([opinion(finding("t.a[1]", "will"))], ["t.a[0]"])).toEqual([
    { problem: "miss", withState: true, about: "t.a[0]" },
    { problem: "false will", withState: true, about: "t.a[1]" },
  ]);
});

test("several sure findings about what the plan keeps are one false will", () => {
  const findings = opinion(finding("t.a", "will"), finding("t.a", "will"));
  expect(disagreements([findings], [])).toEqual([{ problem: "false will", withState: true, about: "t.a" }]);
});

test("a doubt about what the plan keeps is a disagreement only where the state is given", () => {
  const doubtful = opinion(finding("t.a", "may"));
  expect(disagreements([doubtful], [])).toEqual([{ problem: "doubt", withState: true, about: "t.a" }]);
  expect(disagreements([{ ...doubtful, withState: false }], [])).toEqual([]);
});

test("a loss is found by doubt where no finding about it is sure", () => {
  const sureOfOne = opinion(finding("t.a", "will"), finding("t.a", "may"), finding("t.b", "may"));
  expect(["t.a", "t.b", "t.c"].filter((address) => isFoundByDoubt(sureOfOne, address))).toEqual(["t.b"]);
});

test("an input that the guard refuses and the provider takes is a disagreement", () => {
  const refused: Opinion = { withState: false, findings: [], refusal: "the configuration: too deep" };
  expect(disagreements([refused], [])).toEqual([
    { problem: "guard refuses", withState: false, about: "the configuration: too deep" },
  ]);
});

test("the guard is asked with the state and without it, and only losses count", () => {
  const body = { name: "c", cni: "cilium", lifecycle: { prevent_destroy: true } };
  const before = configuration({ scaleway_k8s_cluster: { a: body } });
  const after = configuration({ scaleway_k8s_cluster: { a: { name: "c", cni: "calico" } } });
  const opinions = opinionsOn({ kinds: ["change"], before, after, state: stateOf(before) });
  expect(opinions.map(({ withState, findings }) => [withState, findings.map(({ action }) => action)])).toEqual([
    [true, ["replace"]],
    [false, ["replace"]],
  ]);
});

test("what the guard throws is its refusal", () => {
  const broken = configuration({ scaleway_vpc: { a: [] } }, { moved: [{ from: 1, to: "t.b" }] });
  const [opinion] = opinionsOn({ kinds: [], before: broken, after: broken, state: stateOf(configuration({})) });
  expect(opinion!.refusal).toContain("moved.from");
});

test("what Scaleway sets behind the code, and what follows from it, no simulated state can tell", () => {
  const cluster = {
    ...finding("scaleway_k8s_cluster.c", "will"),
    attribute: "private_network_id",
    before: "null",
    after: "(known after apply)",
  };
  const acl = { ...finding("scaleway_k8s_acl.a", "will"), cause: cluster.address };
  expect(disagreements([opinion(cluster, acl)], [])).toEqual([]);
  expect(disagreements([opinion({ ...cluster, before: '"fr-par/1"' })], [])).toEqual([
    { problem: "false will", withState: true, about: cluster.address },
  ]);
});
