import { compare } from "./measure";
import { libraryPlatform, rawPlatform } from "./platforms";
import { synthTime } from "./synth-time";

/** What the constructs cost beside the same resources as raw L1, the guard on for both. */
for (const clusters of [100]) {
  const { subject, reference, text } = compare(
    5,
    () => synthTime(clusters, libraryPlatform, true),
    () => synthTime(clusters, rawPlatform, true),
  );
  console.log(
    `synth of ${clusters} clusters: library ${subject.toFixed(0)} ms, raw L1 ${reference.toFixed(0)} ms, ${text}`,
  );
}
