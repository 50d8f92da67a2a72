import { BlockVolume } from "../../lib/storage/block-volume";
import { dependsOn, expectInvalid, newStack, resource, untyped } from "../support/stack";

function volumeOf(overrides: object = {}) {
  const stack = newStack();
  return { stack, volume: new BlockVolume(stack, "data", untyped({ sizeInGb: 20, iops: 5000, ...overrides })) };
}

describe("BlockVolume", () => {
  test("is named, protected, and mounted by its id", () => {
    const { stack, volume } = volumeOf({ zone: "fr-par-2", tags: ["t"] });
    expect(resource(stack, "scaleway_block_volume")).toEqual({
      name: "stack-data",
      size_in_gb: 20,
      iops: 5000,
      zone: "fr-par-2",
      tags: ["t"],
      lifecycle: { prevent_destroy: true },
    });
    expect(volume.volumeHandle).toBe(volume.volumeHandle);
  });

  test("has snapshots in its zone, protected as it is", () => {
    const { stack, volume } = volumeOf({ zone: "fr-par-2", removalPolicy: "destroy" });
    volume.addSnapshot("before");
    const snapshot = resource(stack, "scaleway_block_snapshot");
    expect(snapshot).toMatchObject({ name: "stack-data-before", zone: "fr-par-2" });
    expect(snapshot).not.toHaveProperty("lifecycle");
    expect(dependsOn(snapshot)).toEqual(["scaleway_block_volume.data"]);
  });

  test.each([
    ["sizeInGb", { sizeInGb: 4 }, "from 5", "sizeInGb: 5"],
    ["sizeInGb", { sizeInGb: undefined }, "be given", "Add sizeInGb"],
    ["iops", { iops: 10000 }, "be 5000 or 15000", "Write 5000"],
    ["zone", { zone: "fr-par" }, "be one of", "zone:"],
    ["projectId", { projectId: "mine" }, "UUID", "1"],
  ])("refuses %s in %j", (property, overrides, requirement, suggestion) => {
    expectInvalid(() => volumeOf(overrides), { path: "stack/data", property, requirement, suggestion });
  });
});
