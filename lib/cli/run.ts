import { RecreationInputError } from "../recreation";
import { check } from "./commands/check";
import { explain } from "./commands/explain";
import { lock } from "./commands/lock";
import { plan } from "./commands/plan";
import type { Streams } from "./options";
import { UsageError } from "./usage-error";

const USAGE = `kapsule-guard finds what an edit would destroy or create again, before it is applied.

  kapsule-guard lock CONFIGURATION --out FILE [--state FILE] [--stack ID]
  kapsule-guard check CONFIGURATION... (--lock FILE [--base REF] | --before FILE | --state FILE) [--state FILE]
  kapsule-guard plan PLAN... [--config CONFIGURATION]
  kapsule-guard explain [RULE]

CONFIGURATION is Terraform JSON, such as cdktf.out/stacks/platform/cdk.tf.json.
PLAN is the output of "terraform show -json" or "tofu show -json" of a saved plan.
--lock compares with the lock as the base revision has it: --base, KAPSULE_GUARD_BASE, the
target of the pull request, where the branch left the default branch, or HEAD, in this order;
outside of git, and where that revision has no such file, with the file itself.
With several files, --lock, --before and --state are given once for each, in the same order.

  --format text|json|markdown   how to print findings (text)
  --on-may warn|fail            whether what only may happen blocks (warn)
  --verbose                     say what was not looked at

Exit codes: 0 nothing blocks, 1 a finding blocks, 2 bad input or usage.`;

const COMMANDS: Readonly<Record<string, (args: string[], streams: Streams) => number>> = { lock, check, plan, explain };

/** Runs the command line and returns its exit code. */
export function run(args: readonly string[], streams: Streams): number {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? streams.err : streams.out)(USAGE);
    return name === undefined ? 2 : 0;
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) throw new UsageError(`there is no command "${name}"; run kapsule-guard --help`);
    return command(rest, streams);
  } catch (error) {
    if (!isAboutInput(error)) throw error;
    streams.err(`kapsule-guard: ${error.message}`);
    return 2;
  }
}

function isAboutInput(error: unknown): error is Error {
  return error instanceof UsageError || error instanceof RecreationInputError;
}
