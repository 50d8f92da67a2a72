import { FORMATS } from "../../../lib/provider/arguments/formats";
import { acceptedFormats } from "../../../probe/arguments/formats";
import { fieldOf } from "../fake-provider";
import { validating } from "./fake-validation";

const schema = { type: "scaleway_a", fields: [fieldOf("id"), fieldOf("ids", { type: ["list", "string"] })] };
const isUuid = (value: unknown): boolean => FORMATS.uuid?.fits(String(value)) === true;

/** What is learned where the provider takes some texts for `id`. */
const learned = (takes: (id: string) => boolean, say = (id: string) => `expected "id" to be valid, got ${id}`) =>
  acceptedFormats(
    validating(schema, ({ id }) => (id === null || takes(id as string) ? [] : [say(id as string)])),
    schema,
  );

test("a format is learned from what is taken and what is refused", async () => {
  expect(await learned(isUuid)).toEqual(new Map([["id", ["uuid"]]]));
  const isCidr = (id: string): boolean =>
    id.includes("/") && !id.includes("-") && !id.startsWith("http") && !id.includes(" ");
  expect(await learned(isCidr)).toEqual(new Map([["id", ["ipv4-cidr", "ipv6-cidr"]]]));
});

test("of a list, its elements", async () => {
  const provider = validating(schema, ({ ids }) =>
    Array.isArray(ids) && !ids.every(isUuid) ? ["expected UUIDs"] : [],
  );
  expect(await acceptedFormats(provider, schema)).toEqual(new Map([["ids", ["uuid"]]]));
});

test("not where a text without a format is taken, as with a limit to the length", async () => {
  expect(await learned((id) => id.length > 12)).toEqual(new Map());
  expect(await learned(() => true)).toEqual(new Map());
});

test("not from what is said of every text, which is about something else", async () => {
  expect(
    await learned(
      () => false,
      () => "name is required",
    ),
  ).toEqual(new Map());
});

test("not where one text of a format is taken and another is not", async () => {
  expect(await learned((id) => id === FORMATS.uuid?.samples[0])).toEqual(new Map());
});
