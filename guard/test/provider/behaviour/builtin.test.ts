import { builtin } from "../../../lib/provider/behaviour/builtin";
import { newestRelease } from "../../../lib/provider/releases/provider-release";

test("resources that only carry values are known, and no others of other providers", () => {
  expect(builtin("terraform_data")?.attributes.triggers_replace).toMatchObject({ forceNew: true });
  expect(builtin("null_resource")?.attributes.triggers).toMatchObject({ forceNew: true });
  expect(builtin("aws_vpc")).toBeUndefined();
});

test("their attributes change in place but for the triggers", () => {
  expect(newestRelease.behaviourOf("terraform_data").attribute("input").forceNew).toBeUndefined();
  expect(newestRelease.behaviourOf("terraform_data").attribute("output").recomputed).toEqual(["input"]);
  expect(newestRelease.behaviourOf("aws_vpc").attribute("cidr_block")).toMatchObject({
    forceNew: true,
    notInTable: true,
  });
});
