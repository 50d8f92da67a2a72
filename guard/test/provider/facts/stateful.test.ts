import { isStateful, stateful, stateless } from "../../../lib/provider/facts/stateful";
import { newestRelease } from "../../../lib/provider/releases/provider-release";

test("every resource type is reviewed, once", () => {
  const reviewed = [...Object.keys(stateful), ...stateless].sort();
  expect(reviewed).toEqual(newestRelease.types());
});

test("what holds data is stateful, settings are not, and what nobody reviewed is", () => {
  expect(isStateful("scaleway_rdb_instance")).toBe(true);
  expect(isStateful("scaleway_rdb_acl")).toBe(false);
  expect(isStateful("scaleway_invented")).toBe(true);
});
