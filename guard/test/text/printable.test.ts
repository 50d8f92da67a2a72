import fc from "fast-check";

import { jsonReport } from "../../lib/recreation/report/json";
import { junitReport } from "../../lib/recreation/report/junit";
import { markdownReport } from "../../lib/recreation/report/markdown";
import { sarifReport } from "../../lib/recreation/report/sarif";
import { textReport } from "../../lib/recreation/report/text";
import { withoutCredentials } from "../../lib/text/credentials";
import { printable, printableJson, printableLines } from "../../lib/text/printable";
import { finding, reportOf } from "../recreation/report/reports";

test.each([
  ["a line break", "a\n::error::b", "a\\n::error::b"],
  ["a colour", "\u001b[31mred", "\\u001b[31mred"],
  ["a one-byte escape sequence", "\u009b31m", "\\u009b31m"],
  ["a line separator", "a\u2028b", "a\\u2028b"],
  ["an order that turns", "a\u202eb", "a\\u202eb"],
  ["a command of GitHub", "::set-output name=a::b", ":\\:set-output name=a::b"],
  ["a command of Azure", "x ##vso[task.setvariable variable=a]b", "x #\\#vso[task.setvariable variable=a]b"],
  ["GitHub's first syntax", "##[add-path]/tmp", "#\\#[add-path]/tmp"],
])("%s is text", (_, value, expected) => {
  expect(printable(value)).toBe(expected);
});

test.each(["module.a[0].scaleway_vpc.b", "Köln, 東京, 🙂", "a::b", "# a ## b", "C:\\x"])(
  "%s is left as it is",
  (value) => {
    expect(printable(value)).toBe(value);
  },
);

test("lines stay lines, and none is a command", () => {
  expect(printableLines("a\n  ::error::b\n\u001b[0mc")).toBe("a\n  :\\:error::b\n\\u001b[0mc");
});

test("JSON keeps what is no part of a URL, and no credentials of one, in values and in keys", () => {
  const read = (document: unknown): unknown => JSON.parse(printableJson(document));
  const after = "![a](https://a.example)\n@team\n";
  expect(read([after])).toEqual([after]);
  expect(read({ "https://u:p@a.example": ["https://u:p@a.example\n@team"] })).toEqual({
    "https://…@a.example": ["https://…@a.example\n@team"],
  });
});

const HOSTILE = fc
  .array(
    fc.constantFrom(
      "\n",
      "\r",
      "\r\n",
      "::error file=a::b",
      "::set-output name=a::b",
      "::stop-commands::x",
      "##[set-env name=A]b",
      "##vso[task.complete]",
      "##teamcity[message text='a']",
      "\u001b[31m",
      "\u009b2J",
      "\u0007",
      "\u2028",
      "\u202e",
      "\ud800",
      "```",
      "`",
      "|",
      "<script>",
      "</failure>",
      "]]>",
      "&lt;",
      "![a](https://a.example)",
      "[a](javascript:b)",
      "@team",
      "<!-- kapsule-guard -->",
      "\u0000",
      "a",
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(""));

test("no format lets a name, a value, a reason or a note act on a terminal, a pipeline or a page", () => {
  fc.assert(
    fc.property(HOSTILE, (text) => {
      const hostile = {
        ...finding,
        address: text,
        path: text,
        attribute: text,
        before: text,
        after: text,
        remedy: text,
      };
      const approval = { kind: "removal", address: text, reason: text } as const;
      const report = reportOf({
        subject: text,
        baseline: text,
        open: [hostile],
        approved: [{ finding: hostile, approval }],
        stale: [approval],
        notes: [text],
      });
      const [json, sarif] = [jsonReport([report]), sarifReport([report], { version: "1.0.0" })];
      const outputs = [textReport(report), markdownReport(report), junitReport([report]), json, sarif];
      for (const output of outputs) {
        expect(output).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(output).not.toMatch(/^\s*::/m);
        expect(output).not.toMatch(/##\w*\[/);
      }
      expect((JSON.parse(json) as { findings: { address: string }[] }).findings[0]!.address).toBe(
        withoutCredentials(text),
      );
      expect(withoutCode(markdownReport(report))).not.toMatch(/(?<!\\)[<>[\]]|@/);
    }),
  );
});

/** Markdown without its spans of code, in which nothing is markup. */
function withoutCode(markdown: string): string {
  return markdown.replace(/\\`/g, "").replace(/(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, "");
}
