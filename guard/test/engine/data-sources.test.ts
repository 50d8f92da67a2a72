import { answered, dataSourcesIn, readInVain, unaskable } from "../../lib/engine/data-sources";

const configuration = {
  data: { scaleway_vpc: { main: { name: "main" }, other: {} } },
  resource: {
    scaleway_vpc_private_network: {
      n: {
        vpc_id: "${data.scaleway_vpc.main.id}",
        name: "${data.scaleway_vpc.main-not.name}",
        depends_on: ["data.scaleway_vpc.main", "scaleway_vpc.x"],
      },
    },
  },
};

test("an answer takes the place of the data source wherever it is named", () => {
  expect(answered(configuration, ["data.scaleway_vpc.main"], { "data.scaleway_vpc.main": { id: "1" } }, [])).toEqual({
    data: { scaleway_vpc: { other: {} } },
    locals: { answer_of_scaleway_vpc_main: { id: "1" } },
    resource: {
      scaleway_vpc_private_network: {
        n: {
          vpc_id: "${local.answer_of_scaleway_vpc_main.id}",
          name: "${data.scaleway_vpc.main-not.name}",
          depends_on: ["scaleway_vpc.x"],
        },
      },
    },
  });
});

test("an ephemeral resource is answered as a data source is", () => {
  const withEphemeral = {
    ephemeral: { scaleway_secret_version: { password: { secret_name: "p" } } },
    resource: { scaleway_rdb_instance: { db: { password_wo: "${ephemeral.scaleway_secret_version.password.data}" } } },
  };
  const address = "ephemeral.scaleway_secret_version.password";
  expect(dataSourcesIn(withEphemeral)).toEqual([address]);
  expect(readInVain([{ severity: "error", summary: "not found", address }])).toEqual([address]);
  expect(answered(withEphemeral, [address], { [address]: { data: "secret" } }, [])).toEqual({
    locals: { answer_of_ephemeral_scaleway_secret_version_password: { data: "secret" } },
    resource: {
      scaleway_rdb_instance: {
        db: { password_wo: "${local.answer_of_ephemeral_scaleway_secret_version_password.data}" },
      },
    },
  });
});

test("a type without data sources goes", () => {
  const only = { data: { scaleway_vpc: { main: {} } } };
  expect(answered(only, ["data.scaleway_vpc.main"], { "data.scaleway_vpc.main": {} }, [])).not.toHaveProperty("data");
});

test("an answer is taken literally, beside the locals that there are", () => {
  const withLocals = { ...configuration, locals: { id: "${data.scaleway_vpc.main.id}" } };
  const answers = { "data.scaleway_vpc.main": { id: "${not.a.reference} %{ if }" } };
  expect(answered(withLocals, ["data.scaleway_vpc.main"], answers, []).locals).toEqual({
    id: "${local.answer_of_scaleway_vpc_main.id}",
    answer_of_scaleway_vpc_main: { id: "$${not.a.reference} %%{ if }" },
  });
});

test("without an answer, the error says which one to give and for what", () => {
  const diagnostics = [{ severity: "error" as const, summary: "not found", address: "data.scaleway_vpc.main" }];
  expect(() => answered(configuration, ["data.scaleway_vpc.main"], {}, diagnostics)).toThrow(
    [
      "The plan reads data.scaleway_vpc.main, and nobody may be asked. Say what they answer:",
      "",
      "planOf(stack, { data: {",
      '  "data.scaleway_vpc.main": { id: … },',
      "} })",
      "",
      "Without an answer:",
      "  data.scaleway_vpc.main: not found",
    ].join("\n"),
  );
});

test("text that only looks like a reference stays", () => {
  const { resource } = answered(
    { ...configuration, resource: { scaleway_vpc: { v: { name: "see data.scaleway_vpc.main.id" } } } },
    ["data.scaleway_vpc.main"],
    { "data.scaleway_vpc.main": { id: "1" } },
    [],
  );
  expect(resource).toEqual({ scaleway_vpc: { v: { name: "see data.scaleway_vpc.main.id" } } });
});

test("answers of instances become a list or an object, by their keys", () => {
  const repeated = { data: { scaleway_vpc: { main: { count: 2 } } } };
  const local = (answers: Record<string, unknown>) =>
    (answered(repeated, ["data.scaleway_vpc.main"], answers, []).locals as Record<string, unknown>)
      .answer_of_scaleway_vpc_main;
  expect(local({ "data.scaleway_vpc.main[1]": { id: "1" }, "data.scaleway_vpc.main[0]": { id: "0" } })).toEqual([
    { id: "0" },
    { id: "1" },
  ]);
  expect(local({ 'data.scaleway_vpc.main["a"]': { id: "a" } })).toEqual({ a: { id: "a" } });
  const address = 'data.scaleway_vpc.main["a"]';
  const diagnostics = [{ severity: "error" as const, summary: "not found", address }];
  expect(() => answered(repeated, ["data.scaleway_vpc.main"], {}, diagnostics)).toThrow(
    String.raw`"data.scaleway_vpc.main[\"a\"]": { … }`,
  );
});

test("an answer that lacks what the configuration asks is none", () => {
  expect(() =>
    answered(configuration, ["data.scaleway_vpc.main"], { "data.scaleway_vpc.main": { ID: "1" } }, []),
  ).toThrow('"data.scaleway_vpc.main": { id: … }');
});

test("only errors about data sources ask for answers, once for all instances", () => {
  const error = { severity: "error" as const, summary: "x" };
  expect(
    readInVain([
      { ...error, address: "data.scaleway_vpc.main[0]" },
      { ...error, address: "data.scaleway_vpc.main[1]" },
      { ...error, address: "scaleway_vpc.main" },
      error,
      { severity: "warning", summary: "x", address: "data.scaleway_vpc.other" },
    ]),
  ).toEqual(["data.scaleway_vpc.main"]);
});

test("a remote state is never read", () => {
  expect(unaskable({ data: { terraform_remote_state: { net: {} }, scaleway_vpc: { v: {} } } })).toEqual([
    "data.terraform_remote_state.net",
  ]);
});
