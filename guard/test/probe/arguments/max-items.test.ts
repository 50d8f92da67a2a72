import { mostElements } from "../../../probe/arguments/max-items";
import { fieldOf } from "../fake-provider";
import { validating } from "./fake-validation";

const schema = { type: "scaleway_a", fields: [fieldOf("ids", { type: ["list", "string"] }), fieldOf("name")] };
const saying = (message: string) =>
  mostElements(
    validating(schema, ({ ids }) => (Array.isArray(ids) && ids.length > 1 ? [message] : [])),
    schema,
  );

test("a limit is learned from a refusal", async () => {
  const said = "Attribute ids supports 1 item maximum, but config has 200 declared.";
  expect(await saying(said)).toEqual(new Map([["ids", 1]]));
});

test("not from a refusal of something else", async () => {
  expect(await saying("Attribute others supports 1 item maximum, but config has 200 declared.")).toEqual(new Map());
  expect(await saying("ids is wrong")).toEqual(new Map());
});
