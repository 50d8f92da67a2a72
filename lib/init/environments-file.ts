import type { Choices } from "./choices";

const HEAD = `import type { PlatformProps } from "./platform";

/** One stack each, with a state and a lock of its own. */
export const environments: Readonly<Record<string, PlatformProps>> = {
`;

/** The `environments.ts` of a project: one entry an environment, whose networks do not overlap. */
export function environmentsFile({ environments, isolation }: Pick<Choices, "environments" | "isolation">): string {
  const entries = environments.map((name, index) => {
    const lines = [
      ...(isProduction(name) ? ["production: true,"] : []),
      `subnet: "${subnetOf(index)}",`,
      `isolation: "${isolation}",`,
      ...(isProduction(name) ? PRODUCTION : SMALL),
    ];
    return [`  ${keyOf(name)}: {`, ...lines.map((line) => `    ${line}`), "  },"].join("\n");
  });
  return `${HEAD}${entries.join("\n")}\n};\n`;
}

const SMALL = ['pool: { nodeType: "DEV1-M", size: 1 },', 'database: { nodeType: "DB-DEV-S" },'];
const PRODUCTION = [
  'pool: { nodeType: "POP2-2C-8G", size: 2, autoscaling: { minSize: 2, maxSize: 5 } },',
  'database: { nodeType: "DB-GP-XS", highAvailability: true },',
];

function isProduction(name: string): boolean {
  return name.startsWith("prod");
}

function keyOf(name: string): string {
  return name.includes("-") ? `"${name}"` : name;
}

/** The nth /22 of 172.16.0.0/12. */
function subnetOf(index: number): string {
  return `172.${16 + Math.floor(index / 64)}.${(index % 64) * 4}.0/22`;
}
