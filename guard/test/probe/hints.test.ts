import type { Attribute } from "../../lib/provider/behaviour/behaviour";
import { newestRelease } from "../../lib/provider/releases/provider-release";
import hints from "../../probe/hints.json";
import { candidates } from "../../probe/values/candidates";
import { hintFor } from "../../probe/values/hints";
import { fieldOf } from "./fake-provider";

function attributeAt(type: string, path: string): Attribute | undefined {
  const [first = "", ...rest] = path.split(".");
  const top = newestRelease.behaviourOf(type).attributes.get(first);
  return rest.reduce((attribute, name) => attribute?.children.get(name), top);
}

const places = Object.keys(hints).map((key): [string, string] => {
  const [type = "", ...path] = key.split(".");
  return [type, path.join(".")];
});

test.each(places)("%s: %s is an attribute of the table", (type, path) => {
  expect(attributeAt(type, path)).toBeDefined();
});

const withSiblings = places.filter(([type, path]) => hintFor(type, path)?.beside !== undefined);

test.each(withSiblings)("%s: what stands beside each value of %s, and beside none, is known", (type, path) => {
  const beside = hintFor(type, path)?.beside ?? [];
  const { type: kind, block, name = "" } = attributeAt(type, path) ?? {};
  const field = fieldOf(name, block === undefined ? { type: kind } : { nesting: "list" });
  expect(beside).toHaveLength(candidates(type, { ...field, path }).length + 1);
  for (const sibling of beside.flatMap((each) => Object.keys(each))) expect(attributeAt(type, sibling)).toBeDefined();
});
