import { isJsonObject, type Json, property } from "../values/json";

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

/** `"*"`, or a kind of principals with it: `{ "SCW": "*" }`. */
function isEverybody(principal: Json | undefined): boolean {
  if (principal === "*") return true;
  if (Array.isArray(principal)) return principal.some(isEverybody);
  return isJsonObject(principal) && Object.values(principal).some(isEverybody);
}
