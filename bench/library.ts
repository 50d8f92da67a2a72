import { compare } from "./measure";
import { libraryPlatform, rawPlatform } from "./platforms";
import { synthTime } from "./synth-time";

/** What the constructs cost beside the same resources as raw L1 without the guard: once without it, and once with it. */
function main(): void {
  console.info = console.warn = () => undefined;
  for (const [clusters, runs] of [
    [100, 15],
    [1000, 5],
  ] as const) {
    for (const [what, guarded] of [
      ["library", false],
      ["library and guard", true],
    ] as const) {
      const { subject, reference, text } = compare(
        runs,
        () => synthTime(clusters, libraryPlatform, guarded),
        () => synthTime(clusters, rawPlatform, false),
      );
      console.log(
        `synth of ${clusters} clusters: ${what} ${subject.toFixed(0)} ms, raw L1 ${reference.toFixed(0)} ms, ${text}`,
      );
    }
  }
}

main();
