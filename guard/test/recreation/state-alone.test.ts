import { findRecreations } from "../../lib/recreation/find";

const call = (source = "./m") => ({ module: { x: { source } } });
const stateWith = (module: string | undefined) => ({
  version: 4,
  resources: [
    {
      mode: "managed",
      ...(module === undefined ? {} : { module }),
      type: "scaleway_rdb_database",
      name: "d",
      instances: [{ attributes: { id: "a", instance_id: "fr-par/1", name: "d" } }],
    },
  ],
});
const hcl = (digest: string) => ({ m: { digest } });
const found = (input: Parameters<typeof findRecreations>[0]) =>
  findRecreations(input).map(({ address, action }) => `${address} ${action}`);

test("objects of a state in a module that is not read could not be checked, where nothing tells what the module was", () => {
  const state = stateWith("module.x");
  expect(found({ before: {}, after: call(), state })).toEqual(["module.x unchecked"]);
  expect(found({ before: {}, after: call(), state, surroundings: { after: { modules: hcl("1") } } })).toEqual([
    "module.x unchecked",
  ]);
  expect(found({ before: {}, after: call(), state: stateWith("module.x.module.y[0]") })).toEqual([
    "module.x unchecked",
  ]);
});

test("with the module as it was, the same files change nothing", () => {
  const surroundings = { before: { modules: hcl("1") }, after: { modules: hcl("1") } };
  expect(found({ before: call(), after: call(), state: stateWith("module.x"), surroundings })).toEqual([]);
  const edited = { before: { modules: hcl("1") }, after: { modules: hcl("2") } };
  expect(found({ before: call(), after: call(), state: stateWith("module.x"), surroundings: edited })).toEqual([
    "module.x unchecked",
  ]);
});

test("a module that holds nothing yet, and objects elsewhere, are not asked about", () => {
  expect(found({ before: {}, after: call(), state: { version: 4, resources: [] } })).toEqual([]);
  const resource = { scaleway_rdb_database: { d: { instance_id: "fr-par/1", name: "d" } } };
  expect(found({ before: {}, after: { ...call(), resource }, state: stateWith(undefined) })).toEqual([]);
});
