import { TerraformOutput } from "cdktf";

import { ContainerRegistry } from "../../lib/registry/container-registry";
import { dependsOn, expectInvalid, newStack, resource, resources, synthesize, untyped } from "../support/stack";

const PROJECT = "11111111-1111-1111-1111-111111111111";

function registryOf(overrides: object = {}) {
  const stack = newStack();
  return { stack, registry: new ContainerRegistry(stack, "images", untyped({ name: "acme-images", ...overrides })) };
}

describe("ContainerRegistry", () => {
  test("is private and protected", () => {
    expect(resource(registryOf().stack, "scaleway_registry_namespace")).toEqual({
      name: "acme-images",
      lifecycle: { prevent_destroy: true },
    });
  });

  test("emits every property", () => {
    const { stack } = registryOf({
      public: true,
      description: "d",
      region: "nl-ams",
      projectId: PROJECT,
      removalPolicy: "destroy",
    });
    expect(resource(stack, "scaleway_registry_namespace")).toEqual({
      name: "acme-images",
      is_public: true,
      description: "d",
      region: "nl-ams",
      project_id: PROJECT,
    });
  });

  test("lets a cluster pull, with a key that may do nothing else", () => {
    const { stack, registry } = registryOf();
    const pull = registry.grantPull("pull", { projectId: PROJECT, allowFrom: ["203.0.113.7/32"] });
    new TerraformOutput(stack, "config", { value: pull.dockerConfigJson });
    const policy = resource(stack, "scaleway_iam_policy");
    expect(policy.rule).toEqual([
      {
        permission_set_names: ["ContainerRegistryReadOnly"],
        project_ids: [PROJECT],
        condition: 'inIpRange(request.ip, "203.0.113.7/32")',
      },
    ]);
    expect(dependsOn(policy)).toEqual(["scaleway_registry_namespace.images"]);
    expect(resources(stack, "scaleway_iam_api_key")).toHaveLength(1);
    const { config } = (synthesize(stack) as unknown as { output: { config: { value: string } } }).output;
    expect(config.value.replaceAll(/_[0-9A-F]{8}/g, "")).toBe(
      '${jsonencode({"auths" = zipmap([element(split("/", scaleway_registry_namespace.images.endpoint), 0)], ' +
        '[{"username" = "nologin", "password" = scaleway_iam_api_key.images_pull_Identity_Key.secret_key, ' +
        '"auth" = base64encode(join(":", ["nologin", scaleway_iam_api_key.images_pull_Identity_Key.secret_key]))}])})}',
    );
  });

  test.each([
    ["name", { name: undefined }, "be given", "Add name"],
    ["name", { name: "abc" }, "4 to 54 lowercase", "acme-images"],
    ["name", { name: "Acme_Images" }, "4 to 54 lowercase", "acme-images"],
    ["public", { public: "no" }, "be true or false", "public: true"],
    ["region", { region: "paris" }, "be one of", "region:"],
    ["projectId", { projectId: "mine" }, "UUID", "1"],
  ])("refuses %s in %j", (property, overrides, requirement, suggestion) => {
    expectInvalid(() => registryOf(overrides), { path: "stack/images", property, requirement, suggestion });
  });
});
