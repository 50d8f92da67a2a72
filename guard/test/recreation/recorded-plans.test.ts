import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { lockOf } from "../../lib/recreation/baseline/lock/lock";
import { parseLock, serializeLock } from "../../lib/recreation/baseline/lock/parse";
import { findRecreations } from "../../lib/recreation/find";
import type { Finding } from "../../lib/recreation/rules/finding";
import { subjectName } from "../../lib/recreation/rules/subject";

interface Recorded {
  readonly before: Record<string, unknown>;
  readonly state: Record<string, unknown>;
  readonly cases: readonly Case[];
}

interface Case {
  readonly slug: string;
  readonly before: string;
  readonly state: string;
  readonly after: unknown;
  readonly verdict: string;
  readonly changes: readonly { address: string; actions: string[]; replace_paths?: (string | number)[][] }[];
  readonly not_decidable_from_json_because?: readonly string[];
}

const folder = join(__dirname, "plans");
const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Recorded);
const every = files.flatMap((file) => file.cases.map((each) => ({ ...each, file })));
const accepted = every.filter(({ verdict }) => verdict !== "error");

/** The recorded plans name the resource of an instance that a for_each edit moves, so keys do not count. */
const resourceOf = (address: string): string => address.replace(/\[[^\]]*\]$/, "");
const isLoss = ({ action }: Finding): boolean => action === "replace" || action === "destroy";

interface Score {
  real: number;
  missed: string[];
  falseWill: string[];
  harmless: number;
  maybe: string[];
  maybeFromApi: number;
  attributes: number;
  wrongAttribute: string[];
}

function score(withState: boolean): Score {
  const total: Score = {
    real: 0,
    missed: [],
    falseWill: [],
    harmless: 0,
    maybe: [],
    maybeFromApi: 0,
    attributes: 0,
    wrongAttribute: [],
  };
  for (const each of accepted) add(total, each, withState);
  return total;
}

function add(total: Score, each: (typeof accepted)[number], withState: boolean): void {
  const state = withState ? each.file.state[each.state] : undefined;
  const losses = findRecreations({ before: each.file.before[each.before], after: each.after, state }).filter(isLoss);
  const why = each.not_decidable_from_json_because ?? [];
  const real = each.changes.filter(({ actions }) => actions.includes("delete"));
  const addresses = new Set(real.map(({ address }) => resourceOf(address)));
  const needsState = !withState && why.some((reason) => reason.includes("only the state"));
  for (const { address, replace_paths = [] } of needsState ? [] : real) {
    const about = losses.filter((finding) => resourceOf(subjectName(finding)) === resourceOf(address));
    total.real++;
    if (about.length === 0) total.missed.push(`${each.slug}: ${address}`);
    if (about.length === 0 || replace_paths.length === 0) continue;
    total.attributes++;
    const paths = replace_paths.map(([root]) => String(root));
    const named = about.some(({ attribute = "" }) => paths.includes(attribute.replace(/[.[].*/, "")));
    if (!named) total.wrongAttribute.push(`${each.slug}: ${address}`);
  }
  for (const finding of losses) {
    const name = subjectName(finding);
    if (finding.certainty === "will" && !addresses.has(resourceOf(name))) total.falseWill.push(`${each.slug}: ${name}`);
  }
  if (real.length > 0) return;
  total.harmless++;
  if (!losses.some(({ certainty }) => certainty === "may")) return;
  if (why.length > 0) total.maybeFromApi++;
  else total.maybe.push(each.slug);
}

function isFoundIn(findings: readonly Finding[], { address, attribute }: Finding): boolean {
  return findings.some((each) => each.address === address && each.attribute === attribute);
}

function print(name: string, total: Score): void {
  const found = total.real - total.missed.length;
  process.stdout.write(
    `${name}: found ${found}/${total.real}, false will ${total.falseWill.length}, ` +
      `may on ${total.maybe.length}/${total.harmless} harmless edits, ` +
      `attribute right ${total.attributes - total.wrongAttribute.length}/${total.attributes}\n`,
  );
}

describe("over the recorded plans", () => {
  test("there are enough of them to mean something", () => {
    expect(accepted.length).toBeGreaterThan(600);
  });

  test("with the state, every loss is found and nothing else is", () => {
    const total = score(true);
    print("with the state", total);
    expect(total).toMatchObject({ missed: [], falseWill: [], maybe: [], wrongAttribute: [] });
  });

  test("without the state, every loss is found, nothing is wrongly certain, and few harmless edits are doubted", () => {
    const total = score(false);
    print("without the state", total);
    expect(total).toMatchObject({ missed: [], falseWill: [], wrongAttribute: [] });
    expect(total.maybe.length / total.harmless).toBeLessThanOrEqual(0.1);
  });

  test.each([true, false])("a lock gives the findings of the configuration it was made of (state: %s)", (withState) => {
    let doubted = 0;
    for (const { file, before, after, state, slug } of accepted) {
      const configuration = file.before[before];
      const shared = { after, ...(withState ? { state: file.state[state] } : {}) };
      const lock = parseLock(serializeLock(lockOf(configuration, { stack: "recorded" })));
      const direct = findRecreations({ before: configuration, ...shared });
      // A lock does not tell whether anything else changes, which wakes an immutable flag that is set to nothing.
      const found = findRecreations({ before: lock, ...shared });
      const rest = found.filter((one) => one.because?.reason !== "latent-value" || isFoundIn(direct, one));
      doubted += found.length - rest.length;
      expect([slug, rest]).toEqual([slug, direct]);
    }
    expect(doubted / accepted.length).toBeLessThan(0.01);
  });

  test("what is lost for certain because of another resource names one that the plan changes, too", () => {
    const causes = accepted.flatMap(({ file, before, after, state, changes, slug }) => {
      const changed = changes.filter(({ actions }) => !actions.includes("no-op"));
      const addresses = new Set(changed.map(({ address }) => resourceOf(address)));
      return findRecreations({ before: file.before[before], after, state: file.state[state] })
        .filter(({ certainty }) => certainty === "will")
        .flatMap(({ cause }) =>
          cause === undefined ? [] : [{ slug, cause, changes: addresses.has(resourceOf(cause)) }],
        );
    });
    expect(causes.length).toBeGreaterThan(100);
    expect(causes.filter(({ changes }) => !changes)).toEqual([]);
  });

  test("an unchanged configuration has no finding but those of pools without a name", () => {
    for (const file of files) {
      for (const configuration of Object.values(file.before)) {
        const rules = findRecreations({ before: configuration, after: configuration }).map(({ rule }) => rule);
        expect(rules.filter((rule) => rule !== "generated-name")).toEqual([]);
      }
    }
  });
});
