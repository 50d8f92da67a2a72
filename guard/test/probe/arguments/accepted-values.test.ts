import { acceptedValues } from "../../../probe/arguments/accepted-values";
import { fieldOf } from "../fake-provider";
import { validating } from "./fake-validation";

const schema = { type: "scaleway_a", fields: [fieldOf("role"), fieldOf("size", { type: "number" })] };
const listed = ["viewer", "editor"];
const refusal = (value: unknown) => `expected role to be one of ["viewer" "editor"], got ${String(value)}`;
const accepted = (takes: (role: string) => boolean, say = refusal) =>
  acceptedValues(
    validating(schema, ({ role }) => (role === null || takes(role as string) ? [] : [say(role)])),
    schema,
  );

test("the values that a refusal lists are the ones", async () => {
  expect(await accepted((role) => listed.includes(role))).toEqual(new Map([["role", ["editor", "viewer"]]]));
});

test("not where another letter case is taken, too", async () => {
  expect(await accepted((role) => listed.includes(role.toLowerCase()))).toEqual(new Map());
});

test("not where a listed value is refused itself", async () => {
  expect(await accepted((role) => role === "viewer")).toEqual(new Map());
});

test("not where the refusal says something else, or is about another argument", async () => {
  expect(
    await accepted(
      (role) => listed.includes(role),
      () => "no",
    ),
  ).toEqual(new Map());
  const other = (value: unknown) => refusal(value).replace("role", "roles");
  expect(await accepted((role) => listed.includes(role), other)).toEqual(new Map());
});

test("not where anything goes", async () => {
  expect(await accepted(() => true)).toEqual(new Map());
});
