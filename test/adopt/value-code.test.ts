import { Address } from "kapsule-guard/terraform";

import { Input, Reference } from "../../lib/adopt/argument-value";
import { literal, name, propertyOf, type Statement } from "../../lib/adopt/code";
import { Names } from "../../lib/adopt/names";
import { ValueCode } from "../../lib/adopt/value-code";

function valueCode(): { code: ValueCode; statements: Statement[] } {
  const statements: Statement[] = [];
  const code = new ValueCode({
    names: new Names([]),
    placeOf: () => undefined,
    add: (statement) => statements.push(statement),
  });
  return { code, statements };
}

test("a variable is declared once, before what takes it, however often it stands", () => {
  const { code, statements } = valueCode();
  const input = new Input("var.password", "password", "string", true, "the password");
  expect(code.of([input, input])).toEqual({
    kind: "list",
    items: [propertyOf(name("password"), "stringValue"), propertyOf(name("password"), "stringValue")],
  });
  expect(statements.map((statement) => statement.name)).toEqual(["password"]);
});

test("two variables of one name are two", () => {
  const { code, statements } = valueCode();
  for (const key of ["a", "b"]) code.of(new Input(key, "password", "number", false, key));
  expect(statements.map((statement) => statement.name)).toEqual(["password", "password2"]);
});

test("a reference to what is not in the program is the value that it had", () => {
  const { code } = valueCode();
  expect(code.of(new Reference(Address.parse("scaleway_vpc.v"), "id", "fr-par/1"))).toEqual(literal("fr-par/1"));
});
