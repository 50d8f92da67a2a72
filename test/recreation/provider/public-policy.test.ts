import { isPublicPolicy, mentionsEverybody, policyInShort } from "../../../lib/recreation/provider/public-policy";

const policy = (statement: object | object[]) => JSON.stringify({ Version: "2023-04-17", Statement: statement });
const allow = { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["b/*"] };

test.each<[string, object | object[], boolean]>([
  ["everybody", { ...allow, Principal: "*" }, true],
  ["everybody as a kind of principals", { ...allow, Principal: { SCW: "*" } }, true],
  ["everybody among others", [{ ...allow, Principal: { SCW: ["application_id:1", "*"] } }], true],
  ["somebody", { ...allow, Principal: { SCW: "application_id:1" } }, false],
  ["nobody, by a denial", { ...allow, Effect: "Deny", Principal: "*" }, false],
  ["everybody under a condition", { ...allow, Principal: "*", Condition: { IpAddress: {} } }, false],
  ["everybody under an empty condition", { ...allow, Principal: "*", Condition: {} }, true],
])("a policy that lets in %s", (_, statement, expected) => {
  expect(isPublicPolicy(policy(statement))).toBe(expected);
});

test.each(["", "{", "[]", "null", '{"Statement":"x"}'])("what is no policy (%s) lets nobody in", (text) => {
  expect(isPublicPolicy(text)).toBe(false);
});

test.each([
  ['"${jsonencode({Statement = [{Principal = "*"}]})}"', true],
  ['"{\\"Statement\\":[{\\"Principal\\":{\\"SCW\\":\\"*\\"}}]}"', true],
  ['"${jsonencode({Statement = [{Principal = { SCW = "u" }, Action = "*"}]})}"', false],
])("the text of a policy is suspected by its principal alone: %s", (written, expected) => {
  expect(mentionsEverybody(written)).toBe(expected);
});

test("what tells two policies apart is shown first", () => {
  const [one, other] = ["a", "b"].map((action) => policyInShort(policy({ ...allow, Action: action })) as string);
  expect(one?.slice(0, 12)).not.toBe(other?.slice(0, 12));
  expect(policyInShort(null)).toBeNull();
});
