import {
  describeProblem,
  exampleConfiguration,
  findProblems,
  PLATFORM_CHECKS,
  type PlatformCheck,
} from "kapsule-guard/checks";

const PREAMBLE = `# Checks

The checks find mistakes that Terraform plans without an error. These mistakes fail in the middle of an apply or leave something open.
Every synth of a guarded stack checks all Scaleway resources, including those of L1. The checks do not guess values that only Terraform
or the provider knows. An \`error\` stops the synth, and nothing is written. A \`warning\` is printed. \`npm run docs\` writes this page,
and a test keeps it in step with the code.

If you intend what a check reports, suppress the check with a reason, on the construct or on a construct around it:

\`\`\`typescript
PlatformChecks.of(construct).suppress("open-database", "behind the company's firewall");
\`\`\`

Constructs of this library run some of these checks on their own properties as soon as they are created, by the same rules. If you
suppress a check on an outer construct before you create the inner construct, the inner construct does not run this check either.
\`new App({ skipValidation: true })\` skips these checks and CDKTF's own checks.

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
