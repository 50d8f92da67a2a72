import { readFileSync, statSync } from "node:fs";

import { UsageError } from "./usage-error";

/** No configuration, state or plan comes near this; a file that does is something else. */
const LARGEST = 512 * 1024 * 1024;

/**
 * Reads a JSON file.
 *
 * @throws UsageError naming the file: absent, a folder, unreadable, too large, or not JSON
 */
export function readJson(file: string, what: string): unknown {
  let text: string;
  try {
    const status = statSync(file);
    if (!status.isFile()) throw new UsageError(`${what} ${file}: it is not a file`);
    if (status.size > LARGEST) throw new UsageError(`${what} ${file}: ${status.size} bytes are too many`);
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${what} ${file}: ${(error as Error).message}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const hint = /^\s*(terraform|provider|resource|variable)\s*["{]/m.test(text)
      ? '; it looks like HCL, and "terraform show -json" or a .tf.json file is needed'
      : "";
    throw new UsageError(`${what} ${file}: not JSON (${(error as Error).message})${hint}`);
  }
}
