import { lockOf } from "../../../../lib/recreation/baseline/lock/lock";
import { parseLock, serializeLock } from "../../../../lib/recreation/baseline/lock/parse";
import { findRecreations } from "../../../../lib/recreation/find";
import type { JsonObject } from "../../../../lib/terraform/values/json";
import { configuration } from "../../support";

const resources = {
  scaleway_rdb_instance: {
    d: {
      name: "d",
      engine: "PostgreSQL-15",
      node_type: "DB-DEV-S",
      password: "hunter2",
      lifecycle: { prevent_destroy: true },
    },
  },
  scaleway_rdb_user: {
    u: { instance_id: "${scaleway_rdb_instance.d.id}", name: "u", password: "${var.password}", password_wo: "hunter4" },
  },
  scaleway_secret_version: { s: { secret_id: "fr-par/1", data: "hunter3" } },
  terraform_data: { t: { input: "hunter5" } },
};
const more = { variable: { password: { default: "hunter1", sensitive: true } } };
const before = configuration(resources, more);
const lock = lockOf(before, { stack: "production" });

test("the same input gives the same text", () => {
  const again = lockOf(structuredClone(before), { stack: "production" });
  expect(serializeLock(again)).toBe(serializeLock(lock));
});

test("the order of keys in the configuration does not show", () => {
  const reversed = Object.fromEntries(Object.entries(resources).reverse());
  expect(serializeLock(lockOf(configuration(reversed, more), { stack: "production" }))).toBe(serializeLock(lock));
});

test("resources are in order, each property on a line of its own", () => {
  expect(Object.keys(lock.resources)).toEqual([...Object.keys(lock.resources)].sort());
  expect(serializeLock(lock)).toContain('      "type": "scaleway_rdb_instance",\n      "preventDestroy": true,\n');
});

test("no secret is in it, not even one that another provider's resource or a variable holds", () => {
  expect(serializeLock(lock)).not.toMatch(/hunter/);
});

test("digests of two stacks differ, so that equal secrets do not show", () => {
  const other = lockOf(before, { stack: "staging" });
  expect(other.resources["scaleway_secret_version.s"]?.values.data).not.toEqual(
    lock.resources["scaleway_secret_version.s"]?.values.data,
  );
});

test("a secret that changes is found through the lock, one that stays is not", () => {
  const changed = configuration(
    { ...resources, scaleway_secret_version: { s: { secret_id: "fr-par/1", data: "hunter9" } } },
    more,
  );
  const read = parseLock(serializeLock(lock));
  expect(findRecreations({ before: read, after: before })).toEqual([]);
  expect(findRecreations({ before: read, after: changed })).toEqual(findRecreations({ before, after: changed }));
  expect(findRecreations({ before: read, after: changed })).toMatchObject([
    {
      address: "scaleway_secret_version.s",
      attribute: "data",
      before: "(sensitive value)",
      after: "(sensitive value)",
    },
  ]);
});

test("values that JSON has no word for survive", () => {
  const unusual = configuration(
    {
      scaleway_vpc: { v: { name: "v" } },
      scaleway_vpc_private_network: {
        n: { count: "${var.n}", vpc_id: "${scaleway_vpc.v.id}", name: "n-${timestamp()}" },
      },
      scaleway_rdb_instance: {
        i: { name: "i", engine: "e", node_type: "t", init_settings: { $symbol: "a", __proto__: "b" } },
      },
    },
    { variable: { n: {}, m: { default: "x" } } },
  );
  const read = parseLock(serializeLock(lockOf(unusual, { stack: "s" })));
  expect(read).toEqual(lockOf(unusual, { stack: "s" }));
  expect(findRecreations({ before: read, after: unusual })).toEqual(
    findRecreations({ before: unusual, after: unusual }),
  );
});

describe("the backend", () => {
  const backendOf = (backend: object) => lockOf({ terraform: { backend } }, { stack: "s" }).backend;

  test("is named without credentials", () => {
    const s3 = { bucket: "b", key: "k", access_key: "SCWKEY", secret_key: "hunter2" };
    expect(backendOf({ s3 })).toBe("s3 bucket=b key=k");
  });

  test("is the same on every machine when it is a local file", () => {
    expect(backendOf({ local: { path: "/home/a/x.tfstate" } })).toBe(
      backendOf({ local: { path: "/home/b/x.tfstate" } }),
    );
    expect(backendOf({ local: { path: "/home/a/y.tfstate" } })).not.toBe(
      backendOf({ local: { path: "/home/a/x.tfstate" } }),
    );
  });

  test("can be given, and is null when nothing says", () => {
    expect(lockOf({}, { stack: "s", backend: "mine" }).backend).toBe("mine");
    expect(lockOf({}, { stack: "s" }).backend).toBeNull();
  });
});

describe("a state of another stack that the configuration reads", () => {
  const reading = (backend: string, config: JsonObject) =>
    configuration(
      {
        scaleway_k8s_pool: {
          p: {
            name: "p",
            cluster_id: "${data.terraform_remote_state.network.outputs.cluster}",
            node_type: "DEV1-M",
            size: 1,
          },
        },
      },
      { data: { terraform_remote_state: { network: { backend, config } } } },
    );
  const lockText = (backend: string, config: JsonObject): string =>
    serializeLock(lockOf(reading(backend, config), { stack: "s" }));

  test.each<[string, JsonObject, JsonObject]>([
    [
      "pg",
      { conn_str: "postgres://user:hunter1@db.example/state?sslpassword=hunter2" },
      { conn_str: "postgres://other:hunter3@db.example/state" },
    ],
    [
      "pg",
      { conn_str: "host=db user=u password='hunter 1' dbname=s" },
      { conn_str: "host=db password=hunter2 dbname=s" },
    ],
    ["pg", { conn_str: "postgres://user:hunter/@1@db.example/state" }, { conn_str: "postgres://db.example/state" }],
    ["s3", { bucket: "b", key: "k", secret_key: "hunter1", access_key: "hunter2" }, { bucket: "b", key: "k" }],
    [
      "http",
      { address: "https://user:hunter1@states.example/a?token=hunter2" },
      { address: "https://states.example/a" },
    ],
    [
      "remote",
      { organization: "o", token: "hunter1", workspaces: { name: "w" } },
      { organization: "o", workspaces: { name: "w" } },
    ],
    ["local", { path: "/home/hunter/project/terraform.network.tfstate" }, { path: "terraform.network.tfstate" }],
    ["unheard_of", { secret: "hunter1" }, {}],
  ])("%s: is written down without credentials, and the same on every machine", (backend, config, elsewhere) => {
    expect(lockText(backend, config)).not.toContain("hunter");
    expect(lockText(backend, elsewhere)).toBe(lockText(backend, config));
  });

  test("is another one under another key", () => {
    const [one, other] = [reading("s3", { bucket: "b", key: "one" }), reading("s3", { bucket: "b", key: "other" })];
    expect(lockOf(one, { stack: "s" }).resources).not.toEqual(lockOf(other, { stack: "s" }).resources);
  });
});

test("what a data source is asked is not in it in clear", () => {
  const asking = configuration(
    { scaleway_vpc: { v: { name: "${data.http.h.body}" } } },
    { data: { http: { h: { url: "https://example", request_headers: { authorization: "hunter1" } } } } },
  );
  expect(serializeLock(lockOf(asking, { stack: "s" }))).not.toContain("hunter");
});

test("a backend is written down without credentials", () => {
  const terraform = { backend: { http: { address: "https://user:hunter1@states.example/a", password: "hunter2" } } };
  expect(lockOf({ ...before, terraform }, { stack: "s" }).backend).toBe("http address=https://states.example/a");
});

test("a data source that nobody edits is the same one through a lock", () => {
  const asking = (name: string) =>
    configuration(
      {
        scaleway_k8s_cluster: {
          c: { name: "c", version: "1", cni: "${data.scaleway_k8s_version.v.available_cnis[0]}" },
        },
      },
      { data: { scaleway_k8s_version: { v: { name } } } },
    );
  const written = parseLock(serializeLock(lockOf(asking("1.35"), { stack: "s" })));
  expect(findRecreations({ before: written, after: asking("1.35") })).toEqual([]);
  expect(findRecreations({ before: written, after: asking("1.36") })).toMatchObject([
    { because: { reason: "data-source" } },
  ]);
});
