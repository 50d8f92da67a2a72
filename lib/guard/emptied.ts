import type { Approval, Lock } from "kapsule-guard/recreation";

/** What a program writes where a variable of its environment is not set, and it did not look. */
const NOT_SET = /(?:^|[^a-z])(?:undefined|null|NaN)(?:[^a-z]|$)/i;

/**
 * Names and places that a lock has and a synth has lost, which an unset variable of the environment explains better than an edit.
 *
 * @param approvals Accept that a name is left out, each for one resource.
 */
export function emptiedIn(before: Lock, after: Lock, approvals: readonly Approval[]): string[] {
  const isApproved = (address: string): boolean =>
    approvals.some((each) => each.kind === "replacement" && each.address === address && each.attribute === "name");
  const resources = Object.entries(before.resources).flatMap(([address, { values }]) => {
    const now = after.resources[address]?.values;
    return now !== undefined && isEmptied(values.name, now.name) && !isApproved(address) ? [`${address}.name`] : [];
  });
  const providers = Object.entries(before.providers).flatMap(([name, values]) => {
    const now = after.providers[name];
    return Object.keys(values)
      .filter((key) => now !== undefined && isEmptied(values[key], now[key]))
      .map((key) => `provider ${name} ${key}`);
  });
  return [...resources, ...providers];
}

function isEmptied(before: unknown, after: unknown): boolean {
  if (typeof before !== "string" || before === "" || NOT_SET.test(before)) return false;
  return after === undefined || after === null || after === "" || (typeof after === "string" && NOT_SET.test(after));
}
