import type { Report } from "../../guard/lib/recreation/report/report";
import { textReport } from "../../guard/lib/recreation/report/text";
import { quietOnesTogether } from "../../lib/guard/quiet-stacks";

const report = (subject: string, baseline: Report["baseline"], more: Partial<Report> = {}): Report => ({
  subject: `stack ${subject}`,
  baseline,
  provider: "provider 2.81.0",
  open: [],
  approved: [],
  stale: [],
  ...more,
});
const printed = (...reports: Report[]): string[] => quietOnesTogether(reports).map((each) => textReport(each));

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
  const [first, second] = quietOnesTogether([
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
