import {
  describeProblem,
  exampleConfiguration,
  findProblems,
  PLATFORM_CHECKS,
  type PlatformCheck,
} from "kapsule-guard/checks";

const PREAMBLE = `# Checks

Mistakes that Terraform plans without a word, and that fail in the middle of an apply or leave something open. Every synth of a
guarded stack looks for them in all Scaleway resources, those of L1 included; what only Terraform or the provider knows is not
guessed. An \`error\` stops the synth, and nothing is written; a \`warning\` is printed. This page is written by \`npm run docs\`, and
a test keeps it in step with the code.

What is meant takes a reason, on the construct or on one around it:

\`\`\`typescript
PlatformChecks.of(construct).suppress("open-database", "behind the company's firewall");
\`\`\`

Constructs of this library ask some of these of their own properties as soon as they are made, by the same rules: what is suppressed
on a construct around one, before it is made, is not asked there either. \`new App({ skipValidation: true })\` skips the checks with
CDKTF's own.

`;

/** What a check says of its example. */
function outputOf({ id, example }: PlatformCheck): string {
  const found = findProblems(exampleConfiguration(example.wrong)).filter(({ check }) => check.id === id);
  return found.map(describeProblem).join("\n");
}

/** The page of all checks. */
export function checksPage(): string {
  const list = PLATFORM_CHECKS.map(({ id, level, title }) => `- [${id}](#${id}) (${level}): ${title}`);
  const sections = PLATFORM_CHECKS.map((check) =>
    [
      `## ${check.id}`,
      `**${check.title}** (${check.level}). ${check.explanation}`,
      `\`\`\`\n${outputOf(check)}\n\`\`\``,
    ].join("\n\n"),
  );
  return `${PREAMBLE}${list.join("\n")}\n\n${sections.join("\n\n")}\n`;
}
