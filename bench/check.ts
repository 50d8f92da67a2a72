import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack, Testing } from "cdktf";
import { findRecreations } from "cdktf-scaleway-kapsule/recreation";

import { compare, milliseconds } from "./measure";
import { rawPlatform } from "./platforms";
import { folder } from "./synth-time";

/** The synthesized text of that many platforms of five resources. */
function configuration(clusters: number): string {
  const stack = new TerraformStack(Testing.app({ outdir: folder }), "bench");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  for (let i = 0; i < clusters; i += 1) rawPlatform(stack, `c${i}`);
  return JSON.stringify(stack.toTerraform(), null, 2);
}

/** What a comparison costs beside parsing the two files that it compares. */
for (const clusters of [200, 2000]) {
  const before = configuration(clusters);
  for (const [edit, after] of [
    ["one cluster edited", before.replace('"cilium"', '"calico"')],
    ["every cluster edited", before.replaceAll('"cilium"', '"calico"')],
  ] as const) {
    const parsed = [JSON.parse(before), JSON.parse(after)] as unknown[];
    const { subject, reference, text } = compare(
      9,
      () => milliseconds(() => findRecreations({ before: parsed[0], after: parsed[1] })),
      () =>
        milliseconds(() => {
          JSON.parse(before);
          JSON.parse(after);
        }),
    );
    console.log(
      `check of ${clusters * 5} resources, ${edit}: ${subject.toFixed(0)} ms, parsing both files ${reference.toFixed(0)} ms, ${text}`,
    );
  }
}
