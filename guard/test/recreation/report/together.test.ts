import type { Report } from "../../../lib/recreation/report/report";
import { textReport } from "../../../lib/recreation/report/text";
import { together } from "../../../lib/recreation/report/together";
import type { Finding } from "../../../lib/recreation/rules";

const report = (subject: string, baseline: Report["baseline"], more: Partial<Report> = {}): Report => ({
  subject: `stack ${subject}`,
  baseline,
  provider: "provider 2.81.0",
  open: [],
  approved: [],
  stale: [],
  ...more,
});
const printed = (...reports: Report[]): string[] => together(reports).map((each) => textReport(each));

const at = (name: string, revision = "at 1a2b3c4d5e6f (HEAD)") => `recreation-locks/${name}.json ${revision}`;

test("stacks of which there is nothing to say are one line, with what they were compared with", () => {
  const names = ["dev", "staging", "production"];
  expect(printed(...names.map((name) => report(name, at(name))))).toEqual([
    "3 stacks (dev, staging, production): compared with recreation-locks at 1a2b3c4d5e6f (HEAD), provider 2.81.0. Nothing is lost.",
  ]);
});

test("one stack is named with its lock", () => {
  expect(printed(report("dev", at("dev")))).toEqual([
    "stack dev: compared with recreation-locks/dev.json at 1a2b3c4d5e6f (HEAD), provider 2.81.0. Nothing is lost.",
  ]);
});

test("what was compared with something else, or by another release, stands alone", () => {
  expect(
    printed(
      report("a", at("a")),
      report("b", at("b", "as it is")),
      report("c", at("c"), { provider: "provider 2.77.1" }),
      report("d", { nothing: "the stack has no lock yet" }),
    ),
  ).toHaveLength(4);
});

test("what has something to say is said, after the others", () => {
  const [first, second] = together([
    report("a", at("a")),
    report("b", at("b"), { notes: ["look at this"] }),
    report("c", at("c")),
  ]);
  expect(first?.subject).toBe("2 stacks (a, c)");
  expect(second).toMatchObject({ subject: "stack b", notes: ["look at this"] });
});

test("of many stacks the first are named", () => {
  const names = Array.from({ length: 14 }, (_, index) => `s${index}`);
  expect(printed(...names.map((name) => report(name, at(name))))[0]).toMatch(
    /^14 stacks \(s0, s1, s2, s3, s4 and 9 more\): /,
  );
});

test("locks beside the program are in the current folder", () => {
  expect(printed(report("a", "a.json as it is"), report("b", "b.json as it is"))[0]).toContain(
    "compared with . as it is",
  );
});

test("stacks of which there is the same to say are one, without their names in the paths of constructs", () => {
  const cluster = (stack: string, before: string): Finding =>
    ({
      rule: "immutable-attribute",
      severity: "error",
      certainty: "will",
      action: "replace",
      address: "scaleway_k8s_cluster.c",
      path: `${stack}/cluster/Resource`,
      holds: "data",
      attribute: "cni",
      before,
      after: '"calico"',
      remedy: "Set it back.",
    }) satisfies Finding;
  const all = ["dev", "staging", "production"].map((name) =>
    report(name, at(name), { open: [cluster(name, name === "dev" ? '"none"' : '"cilium"')] }),
  );
  const [dev, others, ...more] = printed(...all);
  expect(more).toEqual([]);
  expect(dev).toMatch(/^stack dev: [^]*\(construct dev\/cluster\/Resource\)[^]*\nstack dev: 1 blocking/);
  expect(others).toMatch(
    /^2 stacks \(staging, production\): compared with recreation-locks at [^]*\(construct \*\/cluster\/Resource\)/,
  );
  expect(others).toContain("\n2 stacks (staging, production), in each: 1 blocking, 0 warnings");
});

test("new stacks are one", () => {
  const nothing = { nothing: "the stack has no lock yet" };
  expect(printed(report("a", nothing), report("b", nothing))).toEqual([
    "2 stacks (a, b): nothing was compared: the stack has no lock yet.",
  ]);
});

test("folders are configurations", () => {
  const folder = (subject: string): Report => ({ ...report("", "main"), subject });
  expect(printed(folder("infra/dev"), folder("infra/prod"))[0]).toMatch(
    /^2 configurations \(infra\/dev, infra\/prod\): /,
  );
});
