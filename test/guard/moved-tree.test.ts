import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { Vpc as VpcResource } from "@cdktf/provider-scaleway/lib/vpc";
import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";

import { ApiAccess } from "../../lib/access/api-access";
import { InvalidPropertyError } from "../../lib/core/invalid-property";
import { movesOfTree } from "../../lib/guard/moved-tree";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { SecureKapsule } from "../../lib/secure-kapsule";
import { newApp, newStack } from "../support/stack";
import { guardedProject } from "./support";

const { outdir, lockFile, stopped } = guardedProject();

/** A platform of six resources, at some place in the stack. */
function synth(place: readonly string[], adapt: (guard: RecreationGuard) => void = () => undefined): string[] {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "stack");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  const scope = place.slice(0, -1).reduce<Construct>((parent, id) => new Construct(parent, id), stack);
  new SecureKapsule(scope, place.at(-1)!, {
    network: { name: "n" },
    cluster: { name: "c", version: "1.35.3", cni: "cilium", apiAccess: ApiAccess.nobody() },
    pools: { a: { nodeType: "DEV1-M", size: 1 }, b: { nodeType: "DEV1-M", size: 1 } },
  });
  adapt(RecreationGuard.of(stack, { lockFile: lockFile("stack") }));
  app.synth();
  return Object.entries((stack.toTerraform() as { resource: Record<string, object> }).resource)
    .flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`))
    .sort();
}

describe("a construct that moved with all its children", () => {
  test("is one line to paste, with which nothing is lost", () => {
    const before = synth(["old"]);
    const message = stopped(() => {
      synth(["team", "new"]);
    });
    const lines = new Set(message.match(/RecreationGuard\.of\(this\)\.moved\w*\([^)]*\)/g));
    expect([...lines]).toEqual(['RecreationGuard.of(this).movedTree("stack/old", "stack/team/new")']);
    let moves: readonly { from: string; to: string }[] = [];
    const after = synth(["team", "new"], (guard) => {
      guard.movedTree("stack/old", "stack/team/new");
      ({ moves } = guard);
    });
    expect(moves.map(({ from }) => from).sort()).toEqual(before);
    expect(moves.map(({ to }) => to).sort()).toEqual(after);
  });

  test("still loses what changes with it", () => {
    synth(["old"]);
    const message = stopped(() => {
      synth(["new"], (guard) => {
        guard.movedTree("old", "new");
        const cluster = guard.stack.node.findChild("new").node.findChild("cluster").node.findChild("Resource");
        Object.assign(cluster, { cni: "calico" });
      });
    });
    expect(message).toContain('cni = "cilium" -> "calico"');
  });
});

describe("movesOfTree", () => {
  const stackWithTree = () => {
    const stack = newStack();
    const tree = new Construct(stack, "tree");
    new ScalewayProvider(tree, "ams", { alias: "ams" });
    return { stack, tree };
  };

  test.each([
    ["there is no such construct now", "old", "nowhere"],
    ["there is no resource in it", "old", "tree"],
    ["the path before is empty", "", "tree"],
  ])("refuses where %s", (_what, from, to) => {
    expect(() => movesOfTree(stackWithTree().stack, from, to)).toThrow(InvalidPropertyError);
  });

  test("names of the construct that was given, and not of its path alone", () => {
    const { stack, tree } = stackWithTree();
    expect(() => movesOfTree(stack, "old", tree)).toThrow('movedTree is ["old","stack/tree"]');
  });

  test.each([["tree"], ["stack/tree"], ["/tree/"]])("takes %p for the path now", (to) => {
    const { stack, tree } = stackWithTree();
    new VpcResource(tree, "vpc", {});
    expect(movesOfTree(stack, "stack/old", to)).toEqual(movesOfTree(stack, "old", tree));
  });

  test("takes the paths of a stack that is in a construct, as the finding prints them", () => {
    const scope = new Construct(newApp(), "scope");
    const stack = new TerraformStack(scope, "inner");
    new VpcResource(new Construct(stack, "new"), "vpc", {});
    expect(movesOfTree(stack, "scope/inner/old", "scope/inner/new")).toEqual(movesOfTree(stack, "old", "new"));
  });

  test.each([
    ["tree", "tree"],
    ["other", "tree"],
  ])("refuses a move from %p to %p while it is still there", (from, to) => {
    const { stack, tree } = stackWithTree();
    new VpcResource(tree, "vpc", {});
    new VpcResource(new Construct(stack, "other"), "vpc", {});
    expect(() => movesOfTree(stack, from, to)).toThrow("it must be gone, since it moved, and is still there");
  });

  test.each([
    [undefined, "tree"],
    ["old", undefined],
    ["old", 5],
  ])("refuses %p and %p with the stack's path", (from, to) => {
    const { stack } = stackWithTree();
    expect(() => movesOfTree(stack, from as never, to as never)).toThrow(InvalidPropertyError);
  });

  test("leaves out what is in a stack inside, or refuses a construct of another stack", () => {
    const { stack, tree } = stackWithTree();
    const other = newStack({}, undefined, "other");
    new VpcResource(new Construct(other, "x"), "vpc", {});
    expect(() => movesOfTree(stack, "old", other.node.findChild("x"))).toThrow("in this stack now");
    expect(tree).toBeDefined();
  });
});
