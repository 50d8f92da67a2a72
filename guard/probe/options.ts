import { basename } from "node:path";
import { parseArgs } from "node:util";

import { UsageError } from "../lib/cli";

export const USAGE = `usage: npm run probe -- --provider FILE [--release X.Y.Z] [--only TYPE]… [--out FOLDER | --check]

Asks a provider binary what each edit of each attribute does and which arguments it takes, and writes the tables of its release.

  --provider FILE    the binary, such as terraform-provider-scaleway_v2.81.0
  --release X.Y.Z    its release (from the name of the file)
  --only TYPE        ask about this resource type alone, and take the others as they are known
  --out FOLDER       where to write the tables of this release (those that the library ships)
  --check            write nothing, and print what differs from the tables that the library ships

Exit codes: 0 done, or no difference; 1 something differs or needs a reviewer; 2 bad usage, or the probe cannot run.`;

export interface Options {
  readonly provider: string;
  readonly release: string;
  /** The types to ask about. @default - all */
  readonly only: readonly string[] | undefined;
  /** Folder for the tables of this release. @default - those that the library ships are written */
  readonly out: string | undefined;
  readonly check: boolean;
}

/** @throws UsageError */
export function optionsOf(args: readonly string[]): Options {
  const { provider, out, check, only, release: given } = parsed(args);
  if (provider === undefined) throw new UsageError("--provider is required");
  if (check && out !== undefined) throw new UsageError("--check writes nothing, so it takes no --out");
  const release = given ?? releaseInName(provider);
  if (release === undefined)
    throw new UsageError(`the name of ${provider} does not tell its release; add --release X.Y.Z`);
  if (!/^\d+\.\d+\.\d+$/.test(release)) throw new UsageError(`--release must be such as 2.81.0, got ${release}`);
  return { provider, release, only, out, check };
}

/** The release that the name of a binary tells: `terraform-provider-scaleway_v2.81.0`. */
export function releaseInName(binary: string): string | undefined {
  return /(?:_v|^)(\d+\.\d+\.\d+)[^/\\]*$/.exec(basename(binary))?.[1];
}

interface Parsed {
  provider?: string;
  release?: string;
  only?: string[];
  out?: string;
  check: boolean;
}

function parsed(args: readonly string[]): Parsed {
  try {
    const options = {
      provider: { type: "string" },
      release: { type: "string" },
      only: { type: "string", multiple: true },
      out: { type: "string" },
      check: { type: "boolean", default: false },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
