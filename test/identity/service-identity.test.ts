import { Construct } from "constructs";

import { ServiceIdentity, type ServiceIdentityProps } from "../../lib/identity/service-identity";
import { Secret } from "../../lib/secret/secret";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { dependsOn, expectInvalid, newApp, newStack, resource, resources, untyped } from "../support/stack";

const PROJECT = "11111111-1111-1111-1111-111111111111";
const props: ServiceIdentityProps = { permissionSets: ["ObjectStorageObjectsRead"], projectId: PROJECT };

function identityOf(overrides: object = {}) {
  const stack = newStack();
  return { stack, identity: new ServiceIdentity(stack, "backups", { ...props, ...untyped<object>(overrides) }) };
}

describe("ServiceIdentity", () => {
  test("is an application with a policy and a key, in this order", () => {
    const { stack } = identityOf({ tags: ["t"] });
    expect(resource(stack, "scaleway_iam_application")).toEqual({ name: "stack-backups", tags: ["t"] });
    const policy = resource(stack, "scaleway_iam_policy");
    expect(policy).toMatchObject({
      name: "stack-backups",
      application_id: expect.stringMatching(/^\$\{scaleway_iam_application\.\w+\.id\}$/) as string,
      rule: [{ permission_set_names: ["ObjectStorageObjectsRead"], project_ids: [PROJECT] }],
    });
    const key = resource(stack, "scaleway_iam_api_key");
    expect(key).toMatchObject({ default_project_id: PROJECT, lifecycle: { create_before_destroy: true } });
    expect(dependsOn(key)).toEqual(["scaleway_iam_policy.backups_Policy"]);
  });

  test("can be bound to the egress of a network", () => {
    const stack = newStack();
    const egress = new PrivateNetwork(stack, "network").addEgress("egress", { zones: ["fr-par-1", "fr-par-2"] });
    new ServiceIdentity(stack, "backups", { ...props, allowFrom: egress });
    const [{ condition }] = resource(stack, "scaleway_iam_policy").rule as [{ condition: string }];
    expect(condition).toMatch(
      /^inIpRange\(request\.ip, "\$\{scaleway_vpc_public_gateway_ip\.[\w-]+\.address\}\/32"\) \|\| inIpRange\(request\.ip, /,
    );
  });

  test("splits sets of the organization from those of projects", () => {
    const { stack } = identityOf({
      permissionSets: ["IAMReadOnly", "KubernetesReadOnly"],
      organizationId: PROJECT,
      allowFrom: ["203.0.113.0/24"],
    });
    const condition = 'inIpRange(request.ip, "203.0.113.0/24")';
    expect(resource(stack, "scaleway_iam_policy").rule).toEqual([
      { permission_set_names: ["KubernetesReadOnly"], project_ids: [PROJECT], condition },
      { permission_set_names: ["IAMReadOnly"], organization_id: PROJECT, condition },
    ]);
  });

  test("stores its key in a secret, which follows the key", () => {
    const stack = newStack();
    const storeIn = new Secret(stack, "secret", { name: "backups" });
    new ServiceIdentity(stack, "backups", { ...props, storeIn });
    const version = resource(stack, "scaleway_secret_version");
    expect(version.data_wo).toMatch(
      /^\$\{jsonencode\(\{"access_key" = scaleway_iam_api_key\.\w+\.access_key, "secret_key" = /,
    );
    expect(version.lifecycle).toEqual({
      create_before_destroy: true,
      replace_triggered_by: [expect.stringMatching(/^scaleway_iam_api_key\.backups_Key_\w+\.access_key$/)],
    });
  });

  test("stores its key in a secret of another stack, or one made elsewhere, beside the key", () => {
    const app = newApp();
    const shared = new Secret(newStack(undefined, app, "shared"), "secret", { name: "backups" });
    const stack = newStack(undefined, app);
    const elsewhere = Secret.fromSecretId(stack, "elsewhere", `fr-par/${PROJECT}`);
    const scopes = ["a", "b"].map((id) => new Construct(stack, id));
    for (const [i, storeIn] of [shared, elsewhere].entries())
      new ServiceIdentity(scopes[i]!, "backups", { ...props, storeIn });
    const versions = resources(stack, "scaleway_secret_version");
    expect(versions).toHaveLength(2);
    expect(versions.map(({ depends_on }) => depends_on)).toEqual([undefined, undefined]);
    expect(versions.map(({ secret_id }) => secret_id)).toContain(`fr-par/${PROJECT}`);
  });

  test.each([
    ["permissionSets", { permissionSets: [] }, "at least one", "ContainerRegistryReadOnly"],
    ["projectId", { projectId: undefined }, "be given", "Add projectId"],
    ["projectId", { projectId: "default" }, "UUID", "1"],
    [
      "organizationId",
      { permissionSets: ["IAMManager"] },
      "granted in an organization: IAMManager",
      "Add organizationId",
    ],
    ["allowFrom", { allowFrom: [] }, "at least one block", "203.0.113.0/24"],
    ["allowFrom", { allowFrom: ["10.0.0.0/99"] }, "CIDR", ""],
    ["expiresAt", { expiresAt: "tomorrow" }, "RFC 3339", "20"],
    ["storeIn", { storeIn: "secret" }, "construct of this library, with secretId", "new Secret"],
  ])("refuses %s in %j", (property, overrides, requirement, suggestion) => {
    expectInvalid(() => identityOf(overrides), { path: "stack/backups", property, requirement, suggestion });
  });

  test("makes nothing where it refuses", () => {
    const stack = newStack();
    expect(() => new ServiceIdentity(stack, "backups", { ...props, permissionSets: [] })).toThrow();
    expect(resources(stack, "scaleway_iam_application")).toEqual([]);
  });
});
