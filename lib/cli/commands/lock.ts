import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";

import { findRecreations, lockOf, readModules, writeLockFile } from "../../recreation";
import { applyApprovals } from "../../recreation/report/approval";
import { readConfigurationFile } from "../configuration";
import { readJson } from "../files";
import { checkFormat, onMayOf, parsed, printReports, REPORT_OPTIONS, type Streams } from "../options";
import { UsageError } from "../usage-error";

const OPTIONS = {
  ...REPORT_OPTIONS,
  out: { type: "string" },
  state: { type: "string" },
  stack: { type: "string" },
} as const;

/** `kapsule-guard lock`: writes down what a configuration stands for; with a state, only if it is what is deployed. */
export function lock(args: string[], streams: Streams): number {
  const { values, positionals } = parsed(() => parseArgs({ args, options: OPTIONS, allowPositionals: true }));
  checkFormat(values.format);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError("lock takes one configuration");
  if (values.out === undefined) throw new UsageError("lock needs --out FILE to write to");
  const { configuration, stack, approvals, policy } = readConfigurationFile(file);
  const modules = readModules(configuration, dirname(file));
  if (values.state !== undefined) {
    const findings = findRecreations({
      before: {},
      after: configuration,
      state: readJson(values.state, "state"),
      modules: { after: modules },
    });
    const report = {
      subject: file,
      onMay: onMayOf(values["on-may"]),
      ...policy,
      ...applyApprovals(findings, approvals),
    };
    if (report.open.length > 0 && printReports([report], values.format, streams) > 0) {
      streams.err(`${values.out} was not written: ${file} is not what the state has.`);
      return 1;
    }
  }
  const written = lockOf(configuration, { stack: values.stack ?? stack }, modules);
  mkdirSync(dirname(values.out), { recursive: true });
  writeLockFile(values.out, written);
  streams.err(`wrote ${values.out}: ${Object.keys(written.resources).length} resources of stack ${written.stack}.`);
  return 0;
}
