import { Lexer, SyntaxNotUnderstood } from "../../../lib/terraform/language/lexer";

/** Every token up to the end, as `type text`. */
function tokensOf(text: string): string[] {
  const lexer = new Lexer(text, 0);
  const found: string[] = [];
  for (let token = lexer.take(); token.type !== "end"; token = lexer.take()) found.push(`${token.type} ${token.text}`);
  return found;
}

test.each<[string, string, string[]]>([
  ["names, with hyphens and of any script", "a-b _c é1", ["name a-b", "name _c", "name é1"]],
  ["numbers", "1 2.5 3e-2", ["number 1", "number 2.5", "number 3e-2"]],
  ["the longest symbol first", "=> == = ... . >=", ["=>", "==", "=", "...", ".", ">="].map((one) => `symbol ${one}`)],
  ["a minus before a number as a symbol", "-1", ["symbol -", "number 1"]],
  ["an index after a dot as a number", "a.0", ["name a", "symbol .", "number 0"]],
  ["a quote without what follows it", '"a', ['quote "', "name a"]],
])("reads %s", (_, text, expected) => {
  expect(tokensOf(text)).toEqual(expected);
});

test("passes over spaces and all three kinds of comments", () => {
  expect(tokensOf("1 # one\n// two\n/* three\n */ 2 \t\r\n")).toEqual(["number 1", "number 2"]);
  expect(tokensOf("")).toEqual([]);
});

test.each(["$", "@", "'a'", "~", "\\"])("does not understand %s", (text) => {
  expect(() => new Lexer(text, 0).take()).toThrow(SyntaxNotUnderstood);
});

test("looking at a token does not take it", () => {
  const lexer = new Lexer("a b", 0);
  expect(lexer.peek().text).toBe("a");
  expect(lexer.take().text).toBe("a");
  expect(lexer.take().text).toBe("b");
});

test("accepts what it is asked for, and leaves anything else", () => {
  const lexer = new Lexer("for 1", 0);
  expect(lexer.accept("in")).toBe(false);
  expect(lexer.accept("for")).toBe(true);
  expect(lexer.accept("1")).toBe(false);
});

test("says where it expected something else", () => {
  expect(() => new Lexer("a ]", 2).expect(")")).toThrow(new SyntaxNotUnderstood("expected ) at 2"));
  expect(() => new Lexer("a ]", 2).name()).toThrow(new SyntaxNotUnderstood("expected a name at 2"));
  expect(new Lexer("a ]", 2).expect("]")).toMatchObject({ start: 2, end: 3 });
});

test("goes on where a string that was read otherwise ends", () => {
  const lexer = new Lexer('"a" b', 0);
  lexer.take();
  lexer.peek();
  lexer.jump(3);
  expect(lexer.take().text).toBe("b");
});
