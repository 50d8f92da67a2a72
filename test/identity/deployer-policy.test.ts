import { IamApplication } from "@cdktf/provider-scaleway/lib/iam-application";

import { DeployerPolicy, type DeployerPolicyProps } from "../../lib/identity/deployer-policy";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import {
  expectInvalid,
  newApp,
  newCluster,
  newStack,
  resource,
  resources,
  synthesize,
  untyped,
} from "../support/stack";

const PROJECT = "11111111-1111-1111-1111-111111111111";

function deployerOf(overrides: object = {}) {
  const app = newApp();
  const platform = newStack(undefined, app, "platform");
  const stack = newStack(undefined, app, "bootstrap");
  const props: DeployerPolicyProps = { stacks: [platform], projectIds: [PROJECT], ...untyped<object>(overrides) };
  const deployer = new DeployerPolicy(stack, "deployer", props);
  return { platform, stack, deployer };
}

describe("DeployerPolicy", () => {
  test("grants what the stacks need, also what they get later", () => {
    const { platform, stack } = deployerOf();
    newCluster(platform);
    expect(resource(stack, "scaleway_iam_policy")).toMatchObject({
      name: "bootstrap-deployer",
      application_id: expect.stringMatching(/^\$\{scaleway_iam_application\./) as string,
      rule: [
        {
          permission_set_names: ["KubernetesFullAccess", "PrivateNetworksFullAccess"],
          project_ids: [PROJECT],
        },
      ],
    });
  });

  test("grants what is needed besides, from some addresses alone", () => {
    const { platform, stack } = deployerOf({ additional: ["ObjectStorageFullAccess"], allowFrom: ["203.0.113.7/32"] });
    new PrivateNetwork(platform, "network");
    expect(resource(stack, "scaleway_iam_policy").rule).toEqual([
      {
        permission_set_names: ["ObjectStorageFullAccess", "PrivateNetworksFullAccess"],
        project_ids: [PROJECT],
        condition: 'inIpRange(request.ip, "203.0.113.7/32")',
      },
    ]);
  });

  test.each([{ applicationId: PROJECT }, { userId: PROJECT }, { groupId: PROJECT }])("takes %j", (principal) => {
    const { platform, stack, deployer } = deployerOf({ principal });
    new PrivateNetwork(platform, "network");
    expect(deployer.application).toBeUndefined();
    expect(resources(stack, "scaleway_iam_application")).toEqual([]);
    const name = Object.keys(principal)[0]!;
    expect(resource(stack, "scaleway_iam_policy")).toHaveProperty(name.replace("Id", "_id"), PROJECT);
  });

  test("needs the organization for what is granted there", () => {
    const { platform, stack } = deployerOf();
    new IamApplication(platform, "application", {});
    expect(() => synthesize(stack)).toThrow(
      "[bootstrap/deployer] organizationId must be given, since these sets are granted in an organization: IAMManager",
    );
  });

  test.each([
    ["stacks", { stacks: [] }, "at least one", "stacks: [platform]"],
    ["stacks", { stacks: ["platform"] }, "the stacks that are to be applied", "stacks: [platform]"],
    ["projectIds", { projectIds: [] }, "name the projects", "id of the project"],
    ["projectIds", { projectIds: ["default"] }, "UUID", "1"],
    ["principal", { principal: {} }, "exactly one of applicationId, userId, groupId", "groupId"],
    ["principal", { principal: { userId: "a", groupId: "b" } }, "exactly one of", "groupId"],
  ])("refuses %s in %j", (property, overrides, requirement, suggestion) => {
    expectInvalid(() => deployerOf(overrides), { path: "bootstrap/deployer", property, requirement, suggestion });
  });
});
