import { generatedWhenUnset } from "../../../lib/provider/behaviour/side-effects";

test("the name of a pool is made up when it is left out, and nothing else is", () => {
  expect(generatedWhenUnset("scaleway_k8s_pool")).toEqual(["name"]);
  for (const type of ["scaleway_k8s_cluster", "constructor", "__proto__"]) expect(generatedWhenUnset(type)).toEqual([]);
});
