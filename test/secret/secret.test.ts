import { DatabaseInstance } from "../../lib/database/database-instance";
import { Secret } from "../../lib/secret/secret";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { dependsOn, expectInvalid, newStack, resource, stringToken, synthesize, untyped } from "../support/stack";

const SECRET_ID = "fr-par/11111111-1111-1111-1111-111111111111";

function secretOf(overrides: object = {}) {
  const stack = newStack();
  return { stack, secret: new Secret(stack, "password", untyped({ name: "database", ...overrides })) };
}

describe("Secret", () => {
  test("emits what was set, and is protected", () => {
    const { stack } = secretOf({ path: "/platform", protected: true, tags: ["t"], region: "fr-par" });
    expect(resource(stack, "scaleway_secret")).toEqual({
      name: "database",
      path: "/platform",
      protected: true,
      tags: ["t"],
      region: "fr-par",
      lifecycle: { prevent_destroy: true },
    });
  });

  test("stores a value that neither the state nor a plan holds, and a changed one before the old one goes", () => {
    const { stack, secret } = secretOf({ region: "fr-par" });
    secret.addVersion("first", stringToken(stack), { version: 2, description: "rotated" });
    const { secret_id, ...version } = resource(stack, "scaleway_secret_version");
    expect(secret_id).toMatch(/^\$\{scaleway_secret\.password_\w+\.id\}$/);
    expect(dependsOn(version)).toEqual(["scaleway_secret.password"]);
    expect(version).toMatchObject({
      data_wo: "${var.text}",
      data_wo_version: 2,
      description: "rotated",
      region: "fr-par",
      lifecycle: { create_before_destroy: true },
    });
    expect(version).not.toHaveProperty("data");
  });

  test.each([
    ["name", { name: undefined }, "be given", "Add name"],
    ["region", { region: "paris" }, "be one of", "region:"],
    ["protected", { protected: "yes" }, "be true or false", "protected: true"],
    ["projectId", { projectId: "mine" }, "UUID", "1"],
  ])("refuses %s in %j", (property, overrides, requirement, suggestion) => {
    expectInvalid(() => secretOf(overrides), { path: "stack/password", property, requirement, suggestion });
  });

  test("refuses a value that is written out, whatever it stands in", () => {
    const { secret } = secretOf();
    expectInvalid(() => secret.addVersion("first", "hunter2"), {
      path: "stack/password",
      property: "value",
      requirement: "be a reference, not a literal",
      suggestion: "ephemeralValue()",
    });
    expectInvalid(() => secret.addVersion("first", "${var.a}", { version: 0 }), {
      path: "stack/password",
      property: "version",
      value: "0",
      requirement: "from 1",
      suggestion: "version: 1",
    });
  });
});

describe("an ephemeral value", () => {
  test("is read while Terraform runs, by the id of the secret", () => {
    const stack = newStack();
    const secret = Secret.fromSecretId(stack, "password", SECRET_ID);
    new DatabaseInstance(stack, "database", {
      network: new PrivateNetwork(stack, "network"),
      engine: "PostgreSQL-16",
      nodeType: "DB-DEV-S",
      password: secret.ephemeralValue(),
    });
    expect(Object(synthesize(stack))).toMatchObject({
      ephemeral: {
        scaleway_secret_version: { password_latest: { secret_id: SECRET_ID, revision: "latest", region: "fr-par" } },
      },
    });
    expect(resource(stack, "scaleway_rdb_instance").password_wo).toBe(
      "${ephemeral.scaleway_secret_version.password_latest.data}",
    );
  });

  test("can be that of a secret of the stack, in one of its versions", () => {
    const { stack, secret } = secretOf();
    expect(secret.ephemeralValue("3")).toMatch(/^\$\{ephemeral\.scaleway_secret_version\.password_3\.data\}$/);
    const { ephemeral } = synthesize(stack) as unknown as { ephemeral: { scaleway_secret_version: object } };
    expect(Object.values(ephemeral.scaleway_secret_version)).toEqual([
      { secret_id: expect.stringMatching(/^\$\{scaleway_secret\.password_\w+\.id\}$/) as string, revision: "3" },
    ]);
  });

  test.each(["0", "first", "", "1.5"])("of the revision %j is refused", (revision) => {
    expectInvalid(() => secretOf().secret.ephemeralValue(revision), {
      path: "stack/password",
      property: "revision",
      value: JSON.stringify(revision),
      requirement: "the number of a version",
      suggestion: 'ephemeralValue("1")',
    });
  });
});
