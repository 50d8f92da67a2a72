import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { affectedRoots } from "../../histories/affected-roots";
import { History, stepsIn } from "../../histories/git-history";
import { openVariables, valueOf } from "../../histories/open-variables";
import { lineOf, reportOf } from "../../histories/report";
import { reasonOf, Tally } from "../../histories/tally";
import type { Opinion } from "../../histories/verdict";
import { isNearConfiguration } from "../../histories/walk";
import type { Finding } from "../../lib/recreation/rules/finding";
import { removeRepositories, Repository } from "../base/repository";

let tree: string;
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), "kapsule-history-"));
});
afterEach(() => {
  rmSync(tree, { recursive: true });
});

const write = (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, name)), { recursive: true });
    writeFileSync(join(tree, name), text);
  }
};

test("commits are read with their first parent and what changed", () => {
  const log = "\u0001c2 c1\0\0\na.tf\0b/c d.tf\0\u0001c1 \0\0x\0";
  expect(stepsIn(log)).toEqual([{ commit: "c2", parent: "c1", changed: ["a.tf", "b/c d.tf"] }]);
});

test("a folder without a repository, or without a commit, has no history", () => {
  expect(new History(tree).isThere).toBe(false);
  expect(new History(join(tree, "missing")).isThere).toBe(false);
  const repository = Repository.create();
  expect(new History(repository.folder).isThere).toBe(false);
  repository.commit();
  expect(new History(repository.folder).isThere).toBe(true);
  removeRepositories();
});

test("an edit concerns the roots that reach what changed, or name it", () => {
  write({
    "envs/prod/main.tf": `module "m" {\n  source = "../../modules/m"\n}\nlocals {\n  x = file("../../data/x.json")\n}\n`,
    "envs/stage/main.tf": `resource "scaleway_vpc" "v" {}\n`,
    "modules/m/main.tf": `resource "scaleway_vpc" "v" {}\n`,
    "other/main.tf": `resource "aws_vpc" "v" {}\n`,
    "data/x.json": "{}",
  });
  expect(affectedRoots(tree, ["modules/m/main.tf"])).toEqual(["envs/prod"]);
  expect(affectedRoots(tree, ["data/x.json"])).toEqual(["envs/prod"]);
  expect(affectedRoots(tree, ["envs/stage/x.auto.tfvars", "other/main.tf"])).toEqual(["envs/stage"]);
  expect(affectedRoots(tree, ["README.md"])).toEqual([]);
});

test("a file is near a configuration in, below or directly beside its folder", () => {
  const folders = new Set(["infra/prod"]);
  expect(
    ["infra/prod/a.tf", "infra/prod/x/y.json", "infra/pools.json", "src/a.ts", "README.md"].map((path) =>
      isNearConfiguration([path], folders),
    ),
  ).toEqual([true, true, true, false, false]);
});

test("variables without a value have one by their name and type", () => {
  write({
    "main.tf": `variable "zone" {}\nvariable "a" {\n  default = 1\n}\nvariable "given" {}\nvariable "x" {\n  type = list(string)\n}\n`,
    "terraform.tfvars": `given = "a"\n`,
  });
  expect(openVariables(tree)).toEqual({ zone: "fr-par-1", x: [] });
  expect(valueOf("x", "object({ vpc_id = string, on = bool\n n = optional(number) })")).toEqual({
    vpc_id: "11111111-1111-1111-1111-111111111111",
    on: false,
  });
});

test("figures and disagreements are told", () => {
  const tally = new Tally();
  const place = { repository: "r", commit: "0123456789abcdef", root: "" };
  const absent = { providers: ["hashicorp/random"], modules: [] };
  const disagreement = { problem: "missed", withState: false, address: "scaleway_vpc.a" } as const;
  const found = tally.add(place, {
    lost: new Map([["scaleway_vpc.a", "destroy"]]),
    opinions: [],
    disagreements: [disagreement],
    absent,
  });
  tally.add(place, { reason: "main.tf:3: Unsupported: no\nmain.tf:4: more" });
  tally.add(place, { lost: new Map(), opinions: [], disagreements: [{ ...disagreement, problem: "doubt" }], absent });
  const report = reportOf(tally).replaceAll(/ {2,}/g, "  ").split("\n");
  expect(report).toEqual(
    expect.arrayContaining(["steps  3", "judged  2", "not judged  1", "missed  1 without a state, 0 with it"]),
  );
  expect(report).toContain("harmless steps that are doubted  1 without a state, 0 with it");
  expect(report.slice(-2)).toEqual([
    "steps that lose something  1, 0 of them told",
    "steps that lose nothing  1, 0 of them told",
  ]);
  expect(found.map(lineOf)).toEqual(["missed, without a state: r 0123456789ab . scaleway_vpc.a"]);
  expect(reasonOf("m/main.tf:3: Unsupported: no\nx")).toBe("Unsupported: no");
});

test("of each kind of step it is counted how many are told as a loss, by the guard and by another tool", () => {
  const tally = new Tally();
  const place = { repository: "r", commit: "c", root: "" };
  const absent = { providers: [], modules: [] };
  const finding = (action: Finding["action"]) => ({ action, address: "scaleway_vpc.a" }) as Finding;
  const step = (lost: boolean, opinion: Partial<Opinion>, otherTells: boolean) =>
    tally.add(place, {
      lost: new Map(lost ? [["scaleway_vpc.a", "destroy"]] : []),
      opinions: [{ withState: false, findings: [], ...opinion }],
      disagreements: [],
      absent,
      otherTells,
    });
  step(true, { findings: [finding("destroy")] }, true);
  step(true, { refusal: "no" }, false);
  step(true, { findings: [finding("open")] }, false);
  step(false, { findings: [finding("unchecked")] }, true);
  step(false, { withState: true, findings: [finding("destroy")] }, true);
  expect(reportOf(tally, "other").split("\n").slice(-2)).toEqual([
    expect.stringMatching(/^steps that lose something +3, 2 of them told by the guard, 1 by other$/),
    expect.stringMatching(/^steps that lose nothing +2, 1 of them told by the guard, 2 by other$/),
  ]);
});
