import { cluster, Edit, resourcesWith, stackOf } from "./support";

test("l1-acl-opened: an allow list of L1 that comes to hold every address is an opening", () => {
  const allowing = (...blocks: string[]) =>
    stackOf({
      resource: resourcesWith({
        scaleway_k8s_cluster: { c: cluster() },
        scaleway_k8s_acl: {
          a: { cluster_id: "${scaleway_k8s_cluster.c.id}", acl_rules: blocks.map((ip) => ({ ip })) },
        },
      }),
    });
  const edit = new Edit(allowing("203.0.113.0/24", "198.51.100.0/24"), allowing("198.51.100.0/24", "0.0.0.0/0"));
  const { code, out } = edit.check();
  expect(code).toBe(1);
  expect(out).toContain("# scaleway_k8s_acl.a will be opened");
  expect(out).toContain('! acl_rules = ["203.0.113.0/24", "198.51.100.0/24"] -> ["198.51.100.0/24", "0.0.0.0/0"]');
  expect(out).toContain("rule api-opened;");
  expect(out).toContain("1 blocking, 0 warnings");
});
