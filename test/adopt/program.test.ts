import { readHcl } from "../../lib/adopt/hcl";
import { folderWith, stateOf, UUID, written } from "./support";

const VPC = { id: `fr-par/${UUID}`, region: "fr-par", name: "v" };
const BUCKET = { id: "fr-par/B", region: "fr-par", name: "B" };
const IP = { id: `fr-par-1/${UUID}`, zone: "fr-par-1" };

test("each resource has one outcome, and those that are no constructs or not there a reason", async () => {
  const main = `
    resource "scaleway_vpc" "v" { name = "v" }
    resource "scaleway_vpc" "next" { name = "next" }`;
  const state = stateOf({
    "scaleway_vpc.v": VPC,
    "scaleway_object_bucket.b": BUCKET,
    "scaleway_instance_ip.i": IP,
    "scaleway_thing_of_tomorrow.t": { id: "t" },
    "random_password.p": { id: "none" },
  });
  const { outcomes } = written({ state, hcl: await readHcl(folderWith({ "main.tf": main })) });
  expect(outcomes).toEqual([
    { address: "scaleway_vpc.v", outcome: "construct" },
    { address: "scaleway_object_bucket.b", outcome: "L1", reason: expect.stringContaining('name is "B"') as string },
    { address: "scaleway_instance_ip.i", outcome: "L1" },
    { address: "scaleway_thing_of_tomorrow.t", outcome: "left-out", reason: "the bindings do not know its type" },
    { address: "random_password.p", outcome: "left-out" },
    { address: "scaleway_vpc.next", outcome: "pending" },
  ]);
});
