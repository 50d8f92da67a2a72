import { readGuardFile } from "../../lib/cli/guard-file";
import { HclParser } from "../../lib/terraform";
import { treeOf } from "../terraform/hcl/tree";

const read = (text: string) => readGuardFile(treeOf({ "infra/kapsule-guard.hcl": text }), "infra", new HclParser());

test("a root without the file approves nothing", async () => {
  expect(await readGuardFile(treeOf({ "infra/main.tf": "" }), "infra", new HclParser())).toEqual({
    approvals: [],
    suppressions: [],
    policy: {},
  });
});

test("each block is an approval, with values as findings show them", async () => {
  const { approvals, policy } = await read(`
development = true
stateful    = "warn"

allow_replacement "scaleway_k8s_pool.a[\\"x\\"]" {
  attribute = "node_type"
  from      = "DEV1-M"
  to        = "DEV1-L"
  reason    = "drained on Monday"
  cascade   = "the same"
}
allow_replacement "scaleway_k8s_pool.a[\\"x\\"]" {
  attribute = "tags"
  from      = ["a $\${b}", 1, true, null]
  to        = scaleway_vpc.v.id
  reason    = "r"
}
allow_opening "scaleway_k8s_acl.a" {
  attribute = "acl_rules"
  from      = null
  to        = null
  reason    = "r"
}
allow_removal "scaleway_rdb_instance.old" {
  reason = "moved"
}
`);
  expect(policy).toEqual({ development: true, stateful: "warn" });
  expect(approvals).toEqual([
    { kind: "opening", address: "scaleway_k8s_acl.a", attribute: "acl_rules", from: null, to: null, reason: "r" },
    { kind: "removal", address: "scaleway_rdb_instance.old", reason: "moved" },
    {
      kind: "replacement",
      address: 'scaleway_k8s_pool.a["x"]',
      attribute: "node_type",
      from: "DEV1-M",
      to: "DEV1-L",
      reason: "drained on Monday",
      cascade: "the same",
    },
    {
      kind: "replacement",
      address: 'scaleway_k8s_pool.a["x"]',
      attribute: "tags",
      from: ["a ${b}", 1, true, null],
      to: "scaleway_vpc.v.id",
      reason: "r",
    },
  ]);
});

test("a check is suppressed of one resource, or of all", async () => {
  const { suppressions } = await read(
    'suppress_check "volume-speed" {\n  address = "scaleway_block_volume.v"\n  reason  = "r"\n}\nsuppress_check "open-bastion" {\n  reason = "s"\n}\n',
  );
  expect(suppressions).toEqual([
    { check: "open-bastion", reason: "s" },
    { check: "volume-speed", address: "scaleway_block_volume.v", reason: "r" },
  ]);
});

test.each([
  ['suppress_check "volume-sped" {\n  reason = "r"\n}', "unknown name volume-sped. Did you mean volume-speed?"],
  ['suppress_check "volume-speed" {}', "reason must say something"],
  ['suppress_check "volume-speed" {\n  adress = "x"\n  reason = "r"\n}', "unknown name adress. Did you mean address?"],
  ['allow_replacment "a.b" {}', "unknown name allow_replacment. Did you mean allow_replacement?"],
  ['allow_removal "a.b" {\n  reasons = "x"\n}', "unknown name reasons. Did you mean reason?"],
  ['allow_removal "a.b" {}', 'infra/kapsule-guard.hcl: allow_removal "a.b": reason must say something'],
  ['allow_removal "a.b" {\n  reason = " "\n}', "reason must say something"],
  ['allow_removal "a.b" {\n  reason = "…"\n}', "reason must say something"],
  ['allow_replacement "a.b" {\n  reason = "r"\n}', "attribute must say something"],
  [
    'allow_replacement "a.b" {\n  attribute = "x"\n  to = 1\n  reason = "r"\n}',
    "from must be there, as the finding shows it",
  ],
  ['allow_removal = "a.b"', 'allow_removal must be a block with one label: allow_removal "ADDRESS" { … }'],
  ['allow_removal {\n  reason = "r"\n}', "must be a block with one label"],
  ['allow_removal "a" "b" {\n  reason = "r"\n}', "must be a block with one label"],
  ["development = 1", "development must be true or false"],
  ['stateful = "never"', 'stateful must be "approve" or "warn"'],
  ["allow_removal {", "infra/kapsule-guard.hcl:1:"],
])("what is no approval is an error: %s", async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});
