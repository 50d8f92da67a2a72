#!/usr/bin/env node
import pc from "picocolors";

import { runAsync } from "./run";

void runAsync(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  color: pc.isColorSupported && process.stdout.isTTY,
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // 1 says that a finding blocks, and Node would exit with it.
    console.error(error);
    process.exitCode = 2;
  },
);
