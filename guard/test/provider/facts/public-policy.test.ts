import { isPublicPolicy, mentionsEverybody, policyInShort } from "../../../lib/provider/facts/public-policy";

const policy = (statement: object | object[]) => JSON.stringify({ Version: "2023-04-17", Statement: statement });
const allow = { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["b/*"] };

test.each<[string, object | object[], boolean]>([
  ["everybody", { ...allow, Principal: "*" }, true],
  ["everybody as a kind of principals", { ...allow, Principal: { SCW: "*" } }, true],
  ["everybody among others", [{ ...allow, Principal: { SCW: ["application_id:1", "*"] } }], true],
  ["somebody", { ...allow, Principal: { SCW: "application_id:1" } }, false],
  ["nobody, by a denial", { ...allow, Effect: "Deny", Principal: "*" }, false],
  ["everybody under a condition", { ...allow, Principal: "*", Condition: { IpAddress: {} } }, false],
  [
    "everybody under a condition with a value",
    { ...allow, Principal: "*", Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } },
    false,
  ],
  [
    "everybody under two conditions of which one keeps out",
    {
      ...allow,
      Principal: "*",
      Condition: { StringLike: { "aws:Referer": "*" }, IpAddress: { "aws:SourceIp": ["192.0.2.0/24"] } },
    },
    false,
  ],
  [
    "everybody under a condition that everybody meets",
    { ...allow, Principal: "*", Condition: { IpAddress: { "aws:SourceIp": ["192.0.2.0/24", "0.0.0.0/0"] } } },
    true,
  ],
  [
    "everybody under a condition that keeps an address out",
    { ...allow, Principal: "*", Condition: { NotIpAddress: { "aws:SourceIp": "0.0.0.0/0" } } },
    false,
  ],
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
