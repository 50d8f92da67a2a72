import { parseArgs } from "node:util";

import { UsageError } from "../lib/cli";

export const USAGE = `usage: npm run probe -- --provider FILE [--version X.Y.Z] [--out FOLDER | --check]

Asks a provider binary what each edit of each attribute does and which arguments it takes, and writes both tables.

  --provider FILE   the binary, such as terraform-provider-scaleway_v2.81.0
  --version X.Y.Z   its version (from the name of the file)
  --out FOLDER      where to write the tables (those that the library ships)
  --check           write nothing, and print what differs from the tables that the library ships

Exit codes: 0 done, or no difference; 1 something differs or needs a reviewer; 2 bad usage, or the probe cannot run.`;

export interface Options {
  readonly provider: string;
  readonly version: string;
  /** Folder for the tables. @default - those that the library ships are written */
  readonly out: string | undefined;
  readonly check: boolean;
}

/** @throws UsageError */
export function optionsOf(args: readonly string[]): Options {
  const values = parsed(args);
  const { provider, out, check } = values;
  if (provider === undefined) throw new UsageError("--provider is required");
  if (check && out !== undefined) throw new UsageError("--check writes nothing, so it takes no --out");
  const version = values.version ?? /_v(\d+\.\d+\.\d+)[^/\\]*$/.exec(provider)?.[1];
  if (version === undefined)
    throw new UsageError(`the name of ${provider} does not tell its version; add --version X.Y.Z`);
  return { provider, version, out, check };
}

function parsed(args: readonly string[]): { provider?: string; version?: string; out?: string; check: boolean } {
  try {
    const options = {
      provider: { type: "string" },
      version: { type: "string" },
      out: { type: "string" },
      check: { type: "boolean", default: false },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
