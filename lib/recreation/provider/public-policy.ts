import { sha256 } from "../values/digest";
import { isJsonObject, type Json, property } from "../values/json";
import { unmark, type Value } from "../values/value";

/** Whether a policy of a bucket lets everybody do something, without a condition. What is no policy lets nobody. */
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
    const condition = property(statement, "Condition");
    const conditional = isJsonObject(condition) && Object.keys(condition).length > 0;
    return property(statement, "Effect") === "Allow" && !conditional && isEverybody(property(statement, "Principal"));
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
