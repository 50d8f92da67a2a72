import { parseArgs } from "node:util";

import { ruleDocuments } from "../../guard/rule-documents";
import { parsed, Streams } from "../options";
import { UsageError } from "../usage-error";

/** `kapsule-guard explain`: what a rule says and what to do; without a rule, a list of all. */
export function explain(args: string[], { out }: Streams): number {
  const { positionals } = parsed(() => parseArgs({ args, allowPositionals: true }));
  const [id, ...others] = positionals;
  if (others.length > 0) throw new UsageError("explain takes one rule");
  if (id === undefined) {
    out(ruleDocuments.map((rule) => `${rule.id.padEnd(24)}${rule.title}`).join("\n"));
    return 0;
  }
  const rule = ruleDocuments.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    throw new UsageError(`there is no rule "${id}"; there are ${ruleDocuments.map((each) => each.id).join(", ")}`);
  }
  out(`${rule.id}: ${rule.title}\n\n${rule.explanation}\n\nExample: ${rule.example}\n\n${rule.remedy}`);
  return 0;
}
