import { isNodeOfKapsule, type NodeProduct, type NodeTypeTable } from "../../lib/provider";

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
  const types = Object.entries(table).map(([product, { source, date, offers }]) => {
    const [name, summary] = NAMES[product as NodeProduct];
    const offered = offers.flatMap((offer) => offer.types);
    const known = product === "instance" ? [...offered.filter(isNodeOfKapsule), "external"] : offered;
    const union = known.map((type) => `  | ${JSON.stringify(type)}`).join("\n");
    return `/** ${summary}. Source: ${source}, ${date}. */\nexport type ${name} =\n${union};\n`;
  });
  return `// Written by \`npm run node-types\`.\n\n${types.join("\n")}`;
}
