import { argumentErrors } from "../../../lib/provider/arguments/argument-errors";
import { FORMATS, FORMLESS } from "../../../lib/provider/arguments/formats";

test.each(Object.entries(FORMATS))(
  "%s is told from what has no format, and has its samples",
  (_, { samples, fits }) => {
    expect(samples.filter((text) => !fits(text))).toEqual([]);
    expect(FORMLESS.filter(fits)).toEqual([]);
  },
);

test("formats are told from each other", () => {
  for (const [name, { fits }] of Object.entries(FORMATS)) {
    const others = Object.entries(FORMATS).filter(([other]) => other !== name);
    expect([name, others.flatMap(([, { samples }]) => samples.filter(fits))]).toEqual([name, []]);
  }
});

const schema = {
  arguments: {
    id: { type: "string", formats: ["uuid", "regional-id"] },
    ids: { type: "list(string)", formats: ["uuid"] },
  },
};
const ID = "11111111-1111-1111-1111-111111111111";

test("a text of another format is an error that says which ones there are", () => {
  expect(argumentErrors(schema, { id: `fr-par-1/${ID}`, ids: [ID, "x"] })).toEqual([
    {
      property: "id",
      value: `fr-par-1/${ID}`,
      requirement: "be a UUID or a UUID after a region and a slash",
      suggestion: "Write one of that form.",
    },
    { property: "ids", value: "x", requirement: "be a UUID", suggestion: "Write one of that form." },
  ]);
});

test.each<[string, object]>([
  ["of a format", { id: `fr-par/${ID}`, ids: [ID] }],
  ["that only Terraform knows", { id: "${scaleway_vpc.a.id}", ids: ["${scaleway_vpc.a.id}", ID] }],
  ["that is a list by an expression", { ids: "${var.ids}" }],
  ["that is empty or null", { id: "", ids: [] }],
])("a text %s is none", (_, body) => {
  expect(argumentErrors(schema, body as never)).toEqual([]);
});
