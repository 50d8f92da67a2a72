import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { toCamelCase } from "codemaker";

import { LIB_FOLDER, SCHEMA_FILE } from "../scripts/paths";
import { pinnedProvider, versionConstraint } from "../scripts/pinned-provider";

interface Block {
  readonly attributes?: Record<string, { required?: boolean; optional?: boolean; computed?: boolean }>;
  readonly block_types?: Record<string, unknown>;
}
interface Schemas {
  readonly provider: { readonly block: Block };
  readonly resource_schemas: Record<string, { block: Block }>;
  readonly data_source_schemas: Record<string, { block: Block }>;
  readonly ephemeral_resource_schemas: Record<string, unknown>;
}

const { name, version } = pinnedProvider();
const schema = (JSON.parse(readFileSync(SCHEMA_FILE, "utf8")) as { provider_schemas: Record<string, Schemas> })
  .provider_schemas[name]!;

interface Binding {
  readonly tfResourceType: string;
  readonly prototype: object;
}

/** The bindings that were compiled, by the Terraform type that each says it stands for. */
const bindings = new Map<string, Binding>();
for (const folder of readdirSync(LIB_FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const exported = require(join(LIB_FOLDER, folder.name)) as Record<string, Partial<Binding>>;
  for (const candidate of Object.values(exported)) {
    if (isBinding(candidate)) {
      bindings.set(`${folder.name.startsWith("data-") ? "data." : ""}${candidate.tfResourceType}`, candidate);
    }
  }
}

function isBinding(candidate: Partial<Binding>): candidate is Binding {
  return candidate.tfResourceType !== undefined && candidate.prototype !== undefined;
}

const expected = [
  ...Object.entries(schema.resource_schemas).map(([type, { block }]) => [type, block] as const),
  ...Object.entries(schema.data_source_schemas).map(([type, { block }]) => [`data.${type}`, block] as const),
  ["scaleway", schema.provider.block] as const,
];

describe("the bindings", () => {
  test("are those of the schema, no more and no fewer", () => {
    expect([...bindings.keys()].sort()).toEqual(expected.map(([type]) => type).sort());
  });

  test("cover 155 resources and 143 data sources of 2.81.0, or of a newer version at least as many", () => {
    expect(Object.keys(schema.resource_schemas).length).toBeGreaterThanOrEqual(155);
    expect(Object.keys(schema.data_source_schemas).length).toBeGreaterThanOrEqual(143);
  });

  test.each(expected)(
    "%s has every attribute and block of its schema",
    (type, { attributes = {}, block_types = {} }) => {
      const members = new Set(
        Object.getOwnPropertyNames(bindings.get(type)!.prototype).map((each) => each.toLowerCase()),
      );
      const wanted = [...Object.keys(attributes), ...Object.keys(block_types)];
      expect(wanted.filter((each) => !members.has(toCamelCase(each).toLowerCase()))).toEqual([]);
    },
  );
});

describe("the package", () => {
  test("loads a binding only when it is asked for", () => {
    const code = readFileSync(join(LIB_FOLDER, "index.js"), "utf8");
    expect(code.match(/^lazy\("\w+", \(\) => require\(/gm)).toHaveLength(bindings.size);
  });

  test("constrains stacks to the version it was made from and below the next major one", () => {
    expect(versionConstraint(version)).toBe(`>= ${version}, < ${Number(version.split(".")[0]) + 1}.0.0`);
    expect(versionConstraint("2.81.0")).toBe(">= 2.81.0, < 3.0.0");
  });
});
