import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";

import { compare } from "./measure";
import { rawPlatform } from "./platforms";
import { folder, synthTime } from "./synth-time";

const LARGEST = 1000;

/** Kilobytes that one synth needs at its peak, in a process of its own. */
function peakMemory(guarded: boolean): number {
  const { stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, "-r", "ts-node/register", __filename, String(guarded)],
    {
      encoding: "utf8",
    },
  );
  return Number(stdout.trim().split("\n").at(-1));
}

/** A repository whose last commit has the lock of a stack. */
function repositoryWithLock(clusters: number): string {
  const locks = mkdtempSync(join(folder, "git-"));
  const git = (...args: string[]) =>
    spawnSync("git", ["-c", "user.name=b", "-c", "user.email=b@example.com", ...args], { cwd: locks });
  synthTime(clusters, rawPlatform, true, locks);
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "lock");
  return locks;
}

function main(): void {
  console.info = console.warn = () => undefined;
  for (const [clusters, runs] of [
    [10, 101],
    [100, 15],
    [LARGEST, 5],
  ] as const) {
    const { subject, reference, text } = compare(
      runs,
      () => synthTime(clusters, rawPlatform, true),
      () => synthTime(clusters, rawPlatform, false),
    );
    console.log(
      `synth of ${clusters} clusters: guarded ${subject.toFixed(0)} ms, without ${reference.toFixed(0)} ms, ${text}`,
    );
  }
  const [few, repository] = [10, repositoryWithLock(10)];
  const { text: inGit } = compare(
    51,
    () => synthTime(few, rawPlatform, true, repository),
    () => synthTime(few, rawPlatform, true),
  );
  console.log(`synth of ${few} clusters, whose lock is read from git to outside of it: ${inGit}`);
  const { text } = compare(
    3,
    () => peakMemory(true),
    () => peakMemory(false),
  );
  console.log(`peak memory of a synth of ${LARGEST} clusters, guarded to without: ${text}`);
}

const [guarded] = process.argv.slice(2);
if (guarded === undefined) {
  main();
} else {
  console.info = console.warn = () => undefined;
  synthTime(LARGEST, rawPlatform, guarded === "true");
  console.log(process.resourceUsage().maxRSS);
}
