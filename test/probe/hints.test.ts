import { behaviourOf } from "../../lib/recreation/provider/behaviour";
import hints from "../../probe/hints.json";

test.each(Object.keys(hints))("%s is an attribute of the table", (key) => {
  const [type = "", first = "", ...rest] = key.split(".");
  const top = behaviourOf(type).attributes.get(first);
  const found = rest.reduce((attribute, name) => attribute?.children.get(name), top);
  expect(found).toBeDefined();
});
