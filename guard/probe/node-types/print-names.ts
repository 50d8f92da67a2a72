import { isNodeOfKapsule, type NodeProduct, type NodeTypeTable, offeredIn } from "../../lib/provider";

const NAMES: Readonly<Record<NodeProduct, readonly [type: string, summary: string]>> = {
  instance: ["KnownNodeType", "Instance types that a node of Kapsule can have"],
  database: ["KnownDatabaseNodeType", "Node types of Managed Databases for PostgreSQL and MySQL"],
  redis: ["KnownRedisNodeType", "Node types of Managed Databases for Redis"],
  mongodb: ["KnownMongoDbNodeType", "Node types of Managed MongoDB"],
  loadBalancer: ["KnownLoadBalancerType", "Types of Load Balancers"],
  gateway: ["KnownGatewayType", "Types of Public Gateways"],
};

/** The TypeScript by which an editor completes node types. */
export function namesOf(table: NodeTypeTable): string {
  const types = Object.entries(table).map(([product, known]) => {
    const [name, summary] = NAMES[product as NodeProduct];
    const offered = offeredIn(known);
    const completed = product === "instance" ? [...offered.filter(isNodeOfKapsule), "external"] : offered;
    const union = completed.map((type) => `  | ${JSON.stringify(type)}`).join("\n");
    return `/** ${summary}. Source: ${known.source}, ${known.date}. */\nexport type ${name} =\n${union};\n`;
  });
  return `// Written by \`npm run node-types\`.\n\n${types.join("\n")}`;
}
