import { immutableAttribute } from "../../../lib/recreation/rules/immutable-attribute";
import { at, pathTo } from "../../terraform/addresses/at";
import { replacing } from "./prediction";

const cluster = "scaleway_k8s_cluster.c";
const cni = { kind: "attribute", path: pathTo("cni"), before: "cilium", after: "calico" } as const;

test("a value that cannot change in place and changes is shown on both sides", () => {
  expect(immutableAttribute.find(replacing(cluster, [cni], { path: "stack/cluster" }))).toEqual([
    {
      rule: "immutable-attribute",
      severity: "error",
      certainty: "will",
      action: "replace",
      address: cluster,
      path: "stack/cluster",
      holds: "data",
      attribute: "cni",
      before: '"cilium"',
      after: '"calico"',
      remedy:
        "Set cni of scaleway_k8s_cluster.c back to its value before this edit, or create a second resource and move over to it.",
    },
  ]);
});

test("a pool has the way over by a second one, since nothing drains it", () => {
  const nodeType = { ...cni, path: pathTo("node_type") };
  expect(immutableAttribute.find(replacing("scaleway_k8s_pool.p", [nodeType]))[0]?.remedy).toBe(
    "Its nodes are not drained. Set node_type of scaleway_k8s_pool.p back to its value before this edit, or add a second pool, " +
      "drain this one, and remove it then.",
  );
});

test("what holds nothing is only a warning", () => {
  expect(immutableAttribute.find(replacing("scaleway_rdb_acl.a", [cni]))).toMatchObject([{ severity: "warning" }]);
});

test("a secret is not shown", () => {
  const secret = { ...cni, before: "hunter1", after: "hunter2", sensitive: true };
  expect(immutableAttribute.find(replacing(cluster, [secret]))).toMatchObject([
    { before: "(sensitive value)", after: "(sensitive value)" },
  ]);
});

test("a question that only the API answers has no advice but to look", () => {
  const asking = { ...cni, because: { reason: "only-api-knows" } } as const;
  expect(immutableAttribute.find(replacing(cluster, [asking]))[0]?.remedy).toBe(
    "Only the Scaleway API knows whether it can change in place: look at the plan before applying it.",
  );
});

test("prevent_destroy makes Terraform refuse, which the finding says first", () => {
  const protectedOne = { preventDestroy: { before: true, after: { on: true } } };
  expect(immutableAttribute.find(replacing(cluster, [cni], protectedOne))[0]?.remedy).toMatch(
    /^prevent_destroy makes Terraform refuse this plan\. Set cni/,
  );
});

test("a replacement that a plan does not explain is one of these", () => {
  const [finding] = immutableAttribute.find(replacing(cluster, [{ kind: "unexplained" }]));
  expect(finding).toMatchObject({
    action: "replace",
    remedy: "Drop what asks for the replacement of scaleway_k8s_cluster.c, and plan again.",
  });
  expect(finding).not.toHaveProperty("attribute");
});

test("what follows from another resource, or is asked for, is a matter of other rules", () => {
  const others = [{ ...cni, cause: at("scaleway_vpc.v") }, { kind: "tainted" }, { kind: "requested" }] as const;
  expect(immutableAttribute.find(replacing(cluster, others))).toEqual([]);
});
