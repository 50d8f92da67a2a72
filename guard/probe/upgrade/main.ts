import { parseArgs } from "node:util";

import { UsageError } from "../../lib/cli";
import { startLoopback } from "../../lib/engine";
import { releaseInName } from "../options";
import { PluginProvider } from "../plugin/plugin-provider";
import { judgeType, type Release, type Verdict } from "./judge";

const USAGE = `usage: npm run upgrade-probe -- --from FILE --to FILE

Judges what the tables tell of an upgrade by two provider binaries: each configuration is settled under the one, and its state is
planned by the other. Says what was not told, and what was told and does not happen.

  --from FILE   the binary of the older release, such as terraform-provider-scaleway_v2.76.0
  --to FILE     that of the newer one

Exit codes: 0 they agree; 1 they do not; 2 bad usage, or a provider does not answer.`;

async function main(args: readonly string[]): Promise<number> {
  const files = filesIn(args);
  const api = await startLoopback();
  const [from, to] = files.map((file) => new PluginProvider(file, api.url));
  try {
    if (from === undefined || to === undefined) throw new UsageError("--from and --to are required");
    const [older, newer] = await Promise.all([releaseOf(from, files[0] ?? ""), releaseOf(to, files[1] ?? "")]);
    return await judge(older, newer);
  } finally {
    await Promise.all([from?.stop(), to?.stop()]);
    api.close();
  }
}

function filesIn(args: readonly string[]): string[] {
  try {
    const options = { from: { type: "string" }, to: { type: "string" } } as const;
    const { from, to } = parseArgs({ args: [...args], options }).values;
    if (from !== undefined && to !== undefined) return [from, to];
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  throw new UsageError("--from and --to are required");
}

async function releaseOf(provider: PluginProvider, file: string): Promise<Release> {
  const version = releaseInName(file);
  if (version === undefined) throw new UsageError(`the name of ${file} does not tell its release`);
  return { version, provider, schemas: await provider.schemas() };
}

async function judge(from: Release, to: Release): Promise<number> {
  const verdicts: Verdict[] = [];
  let refused = 0;
  for (const type of from.schemas.keys()) {
    const tried = await judgeType(type, from, to);
    verdicts.push(...tried.verdicts);
    refused += tried.refused;
  }
  const missed = verdicts.filter(
    ({ replacing, told, toldWithState }) => replacing.length > 0 && (told === "nothing" || toldWithState === "nothing"),
  );
  const wrong = verdicts.filter(
    ({ replacing, told, toldWithState }) => replacing.length === 0 && (told === "will" || toldWithState === "will"),
  );
  const doubted = verdicts.filter(
    ({ replacing, told, toldWithState }) => replacing.length === 0 && (told === "may" || toldWithState === "may"),
  );
  for (const each of missed) console.log(`not told: ${describe(each)}`);
  for (const each of wrong) console.log(`told, and does not happen: ${describe(each)}`);
  for (const each of doubted) console.log(`in doubt, and does not happen: ${describe(each)}`);
  for (const [reason, count] of reasonsOf(verdicts)) console.log(`replaced: ${reason}, ${count} configurations`);
  const replaced = verdicts.filter(({ replacing }) => replacing.length > 0).length;
  console.log(
    `${from.version} -> ${to.version}: ${verdicts.length} configurations, ${replaced} replaced; ${missed.length} not told, ` +
      `${wrong.length} told wrongly, ${doubted.length} in doubt; ${refused} refused`,
  );
  return missed.length + wrong.length > 0 ? 1 : 0;
}

function describe({ type, body, replacing, told, toldWithState }: Verdict): string {
  return `${type} ${JSON.stringify(body)}: ${replacing.join(", ") || "kept"} (told ${told}, with a state ${toldWithState})`;
}

function reasonsOf(verdicts: readonly Verdict[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, replacing } of verdicts)
    for (const path of replacing) counts.set(`${type}.${path}`, (counts.get(`${type}.${path}`) ?? 0) + 1);
  return counts;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`upgrade-probe: ${(error as Error).message}`);
    if (error instanceof UsageError) console.error(`\n${USAGE}`);
    process.exitCode = 2;
  },
);
