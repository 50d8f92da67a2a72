import { remoteStateLocation, stateLocation } from "../../../lib/terraform/state/state-location";
import { literal } from "../../../lib/terraform/values/json";
import { isMap, Marked, OpaqueValue, type Value, type ValueMap } from "../../../lib/terraform/values/value";

const settings = (entries: object): ValueMap => {
  const found = literal(entries as never);
  return isMap(found) ? found : new Map<string, Value>();
};

test.each([
  ["s3", { bucket: "b", key: "k", region: "fr-par", secret_key: "hunter2" }, "s3 bucket=b key=k"],
  ["local", { path: "/home/me/project/terraform.tfstate" }, "local path=terraform.tfstate"],
  ["local", { path: "C:\\project\\terraform.tfstate" }, "local path=terraform.tfstate"],
  ["http", { address: "https://user:hunter2@states.example/a?token=hunter3" }, "http address=https://states.example/a"],
  ["http", { address: "https://states.example/a" }, "http address=https://states.example/a"],
  ["pg", { conn_str: "host=db user=u password='hunter 2' dbname=s" }, "pg conn_str=db/s"],
  [
    "pg",
    { conn_str: "postgres://u:hunter/@2@db.example/s", schema_name: "x" },
    "pg conn_str=postgres://db.example/s schema_name=x",
  ],
  ["unheard_of", { secret: "hunter2" }, "unheard_of"],
])("a state in %s with %j is called %s", (type, given, expected) => {
  expect(stateLocation(type, settings(given))).toBe(expected);
});

test("settings that are no text are told apart, and not shown", () => {
  const named = (name: string) => stateLocation("remote", settings({ workspaces: { name } }));
  expect(named("a")).toMatch(/^remote workspaces=[0-9a-f]{16}$/);
  expect(named("a")).toBe(named("a"));
  expect(named("a")).not.toBe(named("b"));
});

test("marks do not show, and an opaque setting is one of its own", () => {
  const bucket = (value: Value) => stateLocation("s3", new Map([["bucket", value]]));
  expect(bucket(new Marked("b", { fromVariableDefault: "v" }))).toBe("s3 bucket=b");
  expect(bucket(new OpaqueValue("var.b"))).not.toBe(bucket(new OpaqueValue("var.c")));
});

test("a remote state is the place that it is read from, and its workspace", () => {
  const given = { backend: "s3", config: { bucket: "b", key: "k", secret_key: "hunter2" } };
  expect(remoteStateLocation(settings(given))).toBe("s3 bucket=b key=k");
  expect(remoteStateLocation(settings({ ...given, workspace: "w" }))).toBe("s3 bucket=b key=k workspace=w");
  expect(remoteStateLocation(settings({ backend: "s3" }))).toBe("s3");
});
