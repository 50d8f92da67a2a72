import { readFileSync, rmSync } from "node:fs";

import {
  ConstructsMakerProviderTarget,
  Language,
  type ProviderSchema,
  TerraformProviderConstraint,
} from "@cdktf/commons";
// The package's own index needs jsii-pacmak, a large compiler that nothing here uses.
import { TerraformProviderGenerator } from "@cdktf/provider-generator/lib/get/generator/provider-generator";
import { CodeMaker } from "codemaker";

import { GENERATED_FOLDER, SCHEMA_FILE } from "./paths";
import { pinnedProvider, versionConstraint } from "./pinned-provider";

/** Writes the TypeScript bindings of the committed schema and returns the folder that holds them. */
export async function generate(): Promise<string> {
  const { name, version } = pinnedProvider();
  const [, namespace, provider] = name.split("/");
  const schema = JSON.parse(readFileSync(SCHEMA_FILE, "utf8")) as ProviderSchema;
  // Were the exact version in the schema, CDKTF would pin stacks to it instead of using the constraint.
  delete schema.provider_versions;

  rmSync(GENERATED_FOLDER, { recursive: true, force: true });
  const generator = new TerraformProviderGenerator(new CodeMaker(), schema);
  generator.generate(
    new ConstructsMakerProviderTarget(
      new TerraformProviderConstraint({
        name: provider ?? name,
        // Without a registry host, so that Terraform and OpenTofu each ask their own.
        source: `${namespace}/${provider}`,
        version: versionConstraint(version),
      }),
      Language.TYPESCRIPT,
    ),
  );
  await generator.save(GENERATED_FOLDER);
  return `${GENERATED_FOLDER}/providers/${provider}`;
}
