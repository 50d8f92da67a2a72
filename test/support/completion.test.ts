import { completionsAt } from "./completion";

test.each([
  ["KapsuleCluster", 'cluster.addPool("a", { nodeType: "▮", size: 1 })', "PRO2-XS", "DB-DEV-S"],
  ["DatabaseInstance", 'new DatabaseInstance(stack, "a", { nodeType: "▮" })', "DB-DEV-S", "RED1-XS"],
  ["RedisCluster", 'new RedisCluster(stack, "a", { nodeType: "▮" })', "RED1-XS", "DB-DEV-S"],
  ["MongoDbInstance", 'new MongoDbInstance(stack, "a", { nodeType: "▮" })', "MGDB-PLAY2-NANO", "RED1-XS"],
  ["LoadBalancer", 'new LoadBalancer(stack, "a", { type: "▮" })', "LB-GP-M", "VPC-GW-S"],
  ["PublicGateway", 'new PublicGateway(stack, "a", { type: "▮" })', "VPC-GW-M", "LB-S"],
])("an editor completes the node types of %s", (construct, code, expected, other) => {
  const completions = completionsAt(`
    import type { Stack } from "cdktf";
    import { ${construct} } from "cdktf-scaleway-kapsule";
    declare const stack: never, cluster: KapsuleCluster;
    ${code};`);
  expect(completions).toContain(expected);
  expect(completions).not.toContain(other);
});
