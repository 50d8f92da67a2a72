import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What stands for an error in answers of the console. */
export const ERROR = "ERROR";

/** What stands for what only an apply tells. */
export const UNKNOWN = "UNKNOWN";

const BATCH = 200;

/**
 * What an engine makes of expressions: `jsonencode(EXPRESSION)`, or ERROR.
 *
 * One that not even `try` saves, such as a call with too few arguments, is looked for by halves.
 */
export function consoleAnswers(engine: string, variables: object, expressions: readonly string[]): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "kapsule-console-"));
  try {
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ variable: variables }));
    const answers = new Map<string, string>();
    const ask = (batch: readonly string[]): void => {
      const found = answersIn(engine, folder, batch);
      if (found !== undefined) batch.forEach((expression, index) => answers.set(expression, found[index] ?? ERROR));
      else if (batch.length === 1) answers.set(batch[0] ?? "", ERROR);
      else for (const half of [batch.slice(0, batch.length >> 1), batch.slice(batch.length >> 1)]) ask(half);
    };
    for (let start = 0; start < expressions.length; start += BATCH) ask(expressions.slice(start, start + BATCH));
    return answers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function answersIn(engine: string, folder: string, expressions: readonly string[]): string[] | undefined {
  const each = expressions.map((expression) => `try(jsonencode(${expression}), "${ERROR}")`);
  const input = `nonsensitive(base64encode(jsonencode([${each.join(", ")}])))\n`;
  const { stdout, status } = spawnSync(engine, ["console"], {
    cwd: folder,
    encoding: "utf8",
    input,
    maxBuffer: 1 << 28,
  });
  const text = stdout.trim().replace(/^"|"$/g, "");
  if (status !== 0 || text === "") return undefined;
  if (text === "(known after apply)") return expressions.length === 1 ? [UNKNOWN] : undefined;
  return JSON.parse(Buffer.from(text, "base64").toString("utf8")) as string[];
}
