import { isJsonObject, type Json, property, sha256, unmark, type Value } from "../../terraform";

/** Whether a policy of a bucket lets everybody do something, without a condition that keeps anybody out. What is no policy lets nobody. */
export function isPublicPolicy(text: string): boolean {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    return false;
  }
  if (!isJsonObject(policy)) return false;
  const statements: Json[] = [property(policy, "Statement") ?? []].flat();
  return statements.filter(isJsonObject).some((statement) => {
    const isAllowed = property(statement, "Effect") === "Allow";
    return isAllowed && !narrows(property(statement, "Condition")) && isEverybody(property(statement, "Principal"));
  });
}

const ANYTHING = ["*", "0.0.0.0/0", "::/0"];

/** Whether a condition keeps anybody out: one that takes any value, or any address, does not. All of several have to hold. */
function narrows(condition: Json | undefined): boolean {
  if (!isJsonObject(condition)) return false;
  return !Object.entries(condition).every(([operator, keys]) => {
    const tests = isJsonObject(keys) ? Object.values(keys) : [];
    const takesAnything = (values: Json): boolean =>
      [values].flat().some((value) => typeof value === "string" && ANYTHING.includes(value));
    return /^(?:StringLike|IpAddress)(?:IfExists)?$/.test(operator) && tests.length > 0 && tests.every(takesAnything);
  });
}

/** Whether the text of a policy, as an expression or as JSON, has everybody as a principal. */
export function mentionsEverybody(written: string): boolean {
  return /Principal\W{1,12}(?:\w+\W{1,12})?\*/.test(written);
}

/** A policy as a finding shows it: what tells it from any other comes before what is cut off. */
export function policyInShort(policy: Value): Value {
  const [plain] = unmark(policy);
  return typeof plain === "string" ? `${sha256(plain).slice(0, 12)} ${plain}` : policy;
}

/** `"*"`, or a kind of principals with it: `{ "SCW": "*" }`. */
function isEverybody(principal: Json | undefined): boolean {
  if (principal === "*") return true;
  if (Array.isArray(principal)) return principal.some(isEverybody);
  return isJsonObject(principal) && Object.values(principal).some(isEverybody);
}
