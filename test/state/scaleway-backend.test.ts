import type { TerraformStack } from "cdktf";

import { ScalewayBackend, type ScalewayBackendProps } from "../../lib/state/scaleway-backend";
import { expectInvalid, newApp, newStack, stringToken, synthesize, untyped } from "../support/stack";

const props: ScalewayBackendProps = { bucket: "acme-states", region: "fr-par" };

function backendOf(overrides: object = {}): unknown {
  const stack = newStack();
  new ScalewayBackend(stack, { ...props, ...untyped<object>(overrides) });
  return (synthesize(stack).terraform as unknown as { backend: { s3: unknown } }).backend.s3;
}

describe("ScalewayBackend", () => {
  test("is Terraform's s3 backend, with what Scaleway needs, a lock and no key", () => {
    expect(backendOf()).toEqual({
      bucket: "acme-states",
      key: "stack.tfstate",
      region: "fr-par",
      endpoints: { s3: "https://s3.fr-par.scw.cloud" },
      use_path_style: true,
      skip_credentials_validation: true,
      skip_region_validation: true,
      skip_requesting_account_id: true,
      skip_metadata_api_check: true,
      use_lockfile: true,
    });
  });

  test("takes another key, a profile, and can go without a lock", () => {
    const backend = backendOf({ key: "platform/network.tfstate", profile: "scaleway", lock: false });
    expect(backend).toMatchObject({ key: "platform/network.tfstate", profile: "scaleway" });
    expect(backend).not.toHaveProperty("use_lockfile");
  });

  test("never asks for server-side encryption, which Scaleway refuses", () => {
    expect(backendOf()).not.toHaveProperty("encrypt");
  });

  test.each([
    ["bucket", { bucket: undefined }, "undefined", "be given", "Add bucket"],
    ["bucket", { bucket: "Acme_States" }, '"Acme_States"', "3 to 63 lowercase", "acme-backups"],
    ["bucket", { bucket: "192.168.0.1" }, '"192.168.0.1"', "3 to 63 lowercase", "acme-backups"],
    ["region", { region: undefined }, "undefined", "be given", "Add region"],
    ["region", { region: "eu-west-1" }, '"eu-west-1"', "be one of", "region:"],
    ["key", { key: "/a" }, '"/a"', "neither begins nor ends with a slash", "platform/network.tfstate"],
    ["key", { key: "" }, '""', "be the name of an object", "platform/network.tfstate"],
    ["lock", { lock: "yes" }, '"yes"', "be true or false", "lock: true"],
  ])("refuses %s in %j", (property, overrides, value, requirement, suggestion) => {
    expectInvalid(() => backendOf(overrides), { path: "stack", property, value, requirement, suggestion });
  });

  test("refuses a bucket that is known only to Terraform, which reads backends before anything else", () => {
    const stack = newStack();
    expect(() => new ScalewayBackend(stack, { ...props, bucket: stringToken(stack) })).toThrow("be known at synth");
  });

  describe("of two stacks", () => {
    const second = (key?: string): TerraformStack => {
      const app = newApp();
      new ScalewayBackend(newStack(undefined, app, "network"), { ...props, key: "a.tfstate" });
      const stack = newStack(undefined, app, "cluster");
      new ScalewayBackend(stack, { ...props, key });
      return stack;
    };

    test("cannot be one state", () => {
      expect(() => synthesize(second("a.tfstate"))).toThrow(
        "key: the state acme-states/a.tfstate is that of network, too; each would destroy the other's",
      );
    });

    test("can be two in one bucket", () => {
      expect(() => synthesize(second())).not.toThrow();
    });
  });

  test("is read by another stack from the same place", () => {
    const app = newApp();
    const network = newStack(undefined, app, "network");
    const backend = new ScalewayBackend(network, props);
    const cluster = newStack(undefined, app, "cluster");
    backend.getRemoteStateDataSource(cluster, "network", "network");
    expect(synthesize(cluster).data).toEqual({
      terraform_remote_state: {
        network: {
          backend: "s3",
          config: expect.objectContaining({
            bucket: "acme-states",
            key: "network.tfstate",
            endpoints: { s3: "https://s3.fr-par.scw.cloud" },
          }) as unknown,
          workspace: "${terraform.workspace}",
        },
      },
    });
  });
});
